//! `perehdytin paper`: what is printed from a course.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::Context;
use crate::cli::Outcome;
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::messages::register as say;
use crate::pack;
use crate::paper::course::{Card, Course, Sheet};
use crate::profile;
use crate::quiz;
use crate::text::LangTag;

/// Prints handouts, cards, the pocket guide, test sheets and their key as PDF
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to print
    #[arg(value_enum)]
    kind: Kind,
    /// Folder of the course pack
    #[arg(value_name = "PACK")]
    pack: PathBuf,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The subscriber's profile; without it, the pack's example
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// How many test sheets, each with other questions
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=500))]
    sheets: u32,
    /// From which test sheets are drawn: sheets and key of one seed belong together
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Handout,
    PocketGuide,
    ServiceCard,
    ContactCard,
    IdCard,
    TestSheet,
    AnswerKey,
}

/// Prints what was asked for.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    let lang = context.lang;
    let loaded = match pack::load(&args.pack) {
        Ok(loaded) => loaded,
        Err(_report) => {
            return Outcome::failed(format!("{}\n", say::pack_has_mistakes(shown(&args.pack)).text(lang)));
        }
    };
    let own = match args.profile.as_deref().map(profile::load).transpose() {
        Ok(own) => own,
        Err(_report) => {
            let path = args.profile.as_deref().map(shown).unwrap_or_default();
            return Outcome::failed(format!("{}\n", say::profile_has_mistakes(path).text(lang)));
        }
    };
    let profile_folder = match &args.profile {
        Some(path) => path.parent().unwrap_or(Path::new(".")).to_owned(),
        None => args.pack.clone(),
    };
    let course = Course {
        pack: &loaded.pack,
        profile: own.as_ref().unwrap_or(&loaded.pack.example_profile),
        profile_folder: &profile_folder,
        language: &language(&loaded.pack, lang),
    };
    let printed = match args.kind {
        Kind::Handout => course.handout(),
        Kind::PocketGuide => course.pocket_guide(),
        Kind::ServiceCard => course.card(Card::Service),
        Kind::ContactCard => course.card(Card::Contact),
        Kind::IdCard => course.card(Card::Id),
        Kind::TestSheet | Kind::AnswerKey => {
            let papers: Vec<_> = (1..=args.sheets)
                .map(|number| (number, quiz::draw(&loaded.pack, args.seed, number, 1, &BTreeSet::new())))
                .collect();
            let sheets: Vec<Sheet<'_>> = papers
                .iter()
                .map(|(number, paper)| Sheet {
                    number: *number,
                    name: String::new(),
                    company: String::new(),
                    attempt: 1,
                    paper,
                })
                .collect();
            if args.kind == Kind::TestSheet { course.test_sheets(&sheets) } else { course.answer_key(&sheets) }
        }
    };
    let pdf = match printed {
        Ok(pdf) => pdf,
        Err(error) => return Outcome::failed(format!("{}\n", say::not_printed(error.to_string()).text(lang))),
    };
    match write_atomically(&args.out, &pdf) {
        Ok(()) => Outcome::fine(format!("{}\n", shown(&args.out))),
        Err(error) => {
            let message = say::file_error(error.source.to_string(), shown(&error.path));
            Outcome::failed(format!("{}\n", message.text(lang)))
        }
    }
}

/// The course's language nearest to the one asked for.
fn language(pack: &pack::CoursePack, lang: Lang) -> LangTag {
    let asked = LangTag(lang.tag().into());
    if pack.languages.contains(&asked) { asked } else { pack.languages.first().cloned().unwrap_or(asked) }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
