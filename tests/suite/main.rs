//! Every integration test of the program, in one binary so that it links once.

#![expect(clippy::unwrap_used, reason = "a test ends at the first thing that is wrong")]
#![expect(clippy::disallowed_methods, reason = "a test writes plain files of its own and looks at the clock")]

mod architecture;
mod cli_words;
#[path = "../support/display.rs"]
mod display;
mod engine_folders;
mod journal_versions;
mod judges_register;
mod kill_real_process;
mod kill_while_signing;
mod mail_drafts;
mod mail_sending;
mod mail_support;
mod pack_broken;
mod pack_builder;
mod pack_cases;
mod pack_check;
mod pack_hostile;
mod pack_profile;
mod pack_published;
mod pack_ron;
mod pack_shipped;
mod paper_course;
mod phones_private;
mod readme;
mod real_window;
mod real_window_phones;
mod register_bundle;
mod register_identity;
mod register_look;
mod register_made;
mod rehearse_day;
mod room_address;
mod room_feedback;
mod room_flood;
mod room_handout;
mod room_join;
mod room_killed;
mod room_limits;
mod room_page;
mod room_session;
mod room_support;
mod session_support;
mod ui_desk_checks;
mod ui_desk_keyboard;
mod ui_desk_prepare;
mod ui_desk_session;
mod ui_desk_support;
mod ui_mail;
mod ui_phones_room;
mod ui_phones_support;
mod ui_room_console;
mod ui_room_people;
mod ui_room_questions;
mod ui_room_refusals;
mod ui_room_test;
mod ui_slides_fit;
mod ui_slides_projector;
mod ui_slides_quit;
mod ui_slides_shell;
mod ui_slides_widgets;
mod ui_support;
mod ui_whole_day;
mod verify_command;
mod verify_old;
mod verify_table;
#[cfg(target_os = "linux")]
mod verify_weight;
mod wording;
