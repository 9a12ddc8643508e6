//! Every integration test of the program, in one binary so that it links once.
mod architecture;
mod judges_register;
mod register_look;
mod register_made;
mod verify_table;
mod wording;
