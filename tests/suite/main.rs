//! Every integration test of the program, in one binary so that it links once.
mod architecture;
mod engine_folders;
mod judges_register;
mod kill_real_process;
mod register_look;
mod register_made;
mod session_support;
mod verify_table;
mod pack_broken;
mod pack_builder;
mod pack_cases;
mod wording;
