//! Every integration test of the program, in one binary so that it links once.

#![expect(clippy::unwrap_used, reason = "a test ends at the first thing that is wrong")]
#![expect(clippy::disallowed_methods, reason = "a test writes plain files of its own and looks at the clock")]

mod architecture;
mod browser_access;
mod browser_answers;
mod browser_driver;
mod browser_links;
mod browser_proxy;
mod browser_session;
mod browser_support;
mod browser_weight;
mod cli_words;
mod countersign_command;
#[path = "../support/display.rs"]
mod display;
mod engine_folders;
mod folder_support;
mod journal_versions;
mod judges_register;
mod kill_real_process;
mod kill_self_study;
mod kill_support;
mod kill_while_signing;
mod mail_drafts;
mod mail_sending;
mod mail_support;
#[path = "../support/new_session.rs"]
mod new_session;
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
mod paper_due;
mod partial_day;
mod phones_private;
mod press_support;
mod readme;
mod real_window;
mod real_window_phones;
mod records_answers;
mod records_development;
#[cfg(target_os = "linux")]
mod records_disk;
mod records_erase;
mod records_erase_all;
mod records_erase_kill;
mod records_feedback;
#[cfg(target_os = "linux")]
mod records_hostile;
mod records_import;
#[cfg(unix)]
mod records_interrupted;
mod records_keeping;
#[cfg(unix)]
mod records_kill;
mod records_kinds;
mod records_people;
mod records_retention;
mod records_summary;
mod records_support;
mod records_versions;
mod redact_command;
mod register_alone;
mod register_bundle;
mod register_feedback;
mod register_identity;
mod register_look;
mod register_made;
mod register_part;
mod register_redacted;
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
#[path = "../support/running.rs"]
mod running;
mod session_support;
mod study_earlier;
mod study_refresh;
mod ui_alone_begin;
mod ui_alone_end;
mod ui_alone_support;
mod ui_assignment;
mod ui_desk_checks;
mod ui_desk_keyboard;
mod ui_desk_prepare;
mod ui_desk_session;
mod ui_desk_support;
mod ui_mail;
mod ui_phones_room;
mod ui_phones_support;
mod ui_records;
mod ui_records_answers;
mod ui_records_feedback;
mod ui_records_keeping;
mod ui_records_registers;
mod ui_records_watch;
mod ui_records_ways;
mod ui_refresh;
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
mod ui_study;
mod ui_study_course;
mod ui_support;
mod ui_whole_day;
mod verify_command;
mod verify_countersigned;
mod verify_old;
mod verify_table;
#[cfg(target_os = "linux")]
mod verify_weight;
mod wording;
