//! Every integration test of the program, in one binary so that it links once.
mod architecture;
mod wording;
