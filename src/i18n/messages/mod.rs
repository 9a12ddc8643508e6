//! Every message of the program, one file per area.
//!
//! `messages! { file "area"; name(arg, …) => "fluent-id"; … }` declares functions that return [`Message`]s.

/// Declares the messages of one area.
macro_rules! messages {
    ($($name:ident($($arg:ident),*) => $id:literal;)*) => {
        $(
            #[doc = concat!("The message `", $id, "`.")]
            pub fn $name($($arg: impl Into<crate::i18n::Arg>),*) -> crate::i18n::Message {
                crate::i18n::Message { id: $id, args: vec![$((stringify!($arg), $arg.into())),*] }
            }
        )*
        /// Everything declared here.
        pub const DECLARED: &[crate::i18n::Declared] = &[
            $(crate::i18n::Declared { id: $id, function: stringify!($name), args: &[$(stringify!($arg)),*] }),*
        ];
    };
}

/// Declares the areas: module, Finnish and English wording.
macro_rules! areas {
    ($($area:ident),* $(,)?) => {
        $(pub mod $area;)*
        /// Finnish and English wording of each area.
        pub(super) const SOURCES: &[(&str, [&str; 2])] = &[
            $((stringify!($area), [
                include_str!(concat!("../../../assets/i18n/fi/", stringify!($area), ".ftl")),
                include_str!(concat!("../../../assets/i18n/en/", stringify!($area), ".ftl")),
            ])),*
        ];
        /// Every declared message by area.
        pub const DECLARED: &[(&str, &[crate::i18n::Declared])] = &[$((stringify!($area), $area::DECLARED)),*];
    };
}

areas!(
    alone, archive, assign, check, cli, common, console, desk, engine, home, keeping, mail, paper, phone, phones,
    preview, records, refresh, register, room, slides, study, trend
);
