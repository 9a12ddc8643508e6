//! `records erase`: a person taken out of the records, first shown, then done under the subscriber's signature.

use serde_json::{Value, json};

use crate::cli::Context;
use crate::cli::Outcome;
use crate::cli::passphrase::MaybeKeyArgs;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::records as say;
use crate::records::{ErasedRegister, Erasure, Fate};
use crate::register::redact::Mention;

/// Erases a person from the records and the registers: without a key it only shows what that would be
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A name, an identifier or the number that the search tells
    #[arg(value_name = "PERSON")]
    who: String,
    #[command(flatten)]
    key: MaybeKeyArgs,
    /// Show what would be erased and nothing more, though a key is given
    #[arg(long)]
    preview: bool,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, desk: &mut Desk<'_>, context: &Context) -> Result<Outcome, Message> {
    let lang = desk.lang;
    let in_words = |error: crate::records::RecordsError| error.message(lang);
    let person = desk.records.find_person(&args.who).map_err(in_words)?;
    let plan = desk.records.erasure(person).map_err(in_words)?;
    let signer = if args.preview { None } else { args.key.unlock(context) };
    let Some(signer) = signer else {
        return Ok(Outcome::fine(match args.answering.format {
            Format::Json => told(&plan_json(&plan, false)),
            Format::Text => {
                let mut text = vec![say::erase_preview(name(&plan), plan.person.id).text(lang)];
                text.extend(plan_words(&plan, lang));
                text.push(say::erase_copies().text(lang));
                text.push(say::erase_nothing_yet().text(lang));
                lines(&text)
            }
        }));
    };
    let signer = signer?;
    let doer = args.doer.name();
    let by = desk.by(&doer);
    let erased = desk.records.erase(person, &signer, by).map_err(in_words)?;
    let mentions = erased.mentions.iter().map(|(digest, mention)| {
        let place = match mention {
            Mention::Row(row) => say::erase_mention_row(*row),
            Mention::Session => say::erase_mention_session(),
        };
        say::erase_mention(digest.as_str(), place.text(lang))
    });
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let mut answer = plan_json(&erased.plan, true);
            answer["mentions"] =
                erased.mentions.iter().map(|(digest, mention)| mention_json(digest, *mention)).collect();
            answer["clear"] = erased.is_clear.into();
            told(&answer)
        }
        Format::Text => {
            let redacted = of_fate(&erased.plan, Fate::Redacted);
            let mut text = vec![say::erased(redacted, of_fate(&erased.plan, Fate::Removed)).text(lang)];
            text.extend(mentions.map(|message| message.text(lang)));
            text.extend(untouched(&erased.plan, lang));
            text.push(say::erase_copies().text(lang));
            if !erased.is_clear {
                text.push(say::check_unclear().text(lang));
            }
            lines(&text)
        }
    }))
}

fn name(plan: &Erasure) -> &str {
    plan.person.written.last().map_or("", |written| written.name.as_str())
}

fn of_fate(plan: &Erasure, fate: Fate) -> usize {
    plan.registers.iter().filter(|register| register.fate == fate).count()
}

fn plan_words(plan: &Erasure, lang: Lang) -> Vec<String> {
    let register = |register: &ErasedRegister| {
        let (course, day) = (register.edition.title(lang), crate::i18n::day(lang, register.day.date()));
        let rows: Vec<String> = register.rows.iter().map(ToString::to_string).collect();
        let digest = register.digest.as_str();
        match register.fate {
            Fate::Redacted => {
                say::erase_register_redacted(course, day, rows.len(), rows.join(", "), register.others, digest)
                    .text(lang)
            }
            Fate::Removed => say::erase_register_removed(course, day, digest).text(lang),
        }
    };
    let mut text: Vec<String> = plan.registers.iter().map(register).collect();
    text.extend(plan.asides.iter().map(|(_, name)| say::erase_asides(name.as_str()).text(lang)));
    if plan.texts > 0 {
        text.push(say::erase_texts(plan.texts).text(lang));
    }
    text.extend(untouched(plan, lang));
    text
}

fn untouched(plan: &Erasure, lang: Lang) -> impl Iterator<Item = String> {
    plan.untouched.iter().map(move |path| say::erase_untouched(path.display().to_string()).text(lang))
}

fn mention_json(digest: &str, mention: Mention) -> Value {
    let row = match mention {
        Mention::Row(row) => Some(row),
        Mention::Session => None,
    };
    json!({"register": digest, "row": row})
}

fn plan_json(plan: &Erasure, done: bool) -> Value {
    let register = |register: &ErasedRegister| {
        json!({
            "register": register.digest,
            "day": register.day,
            "course": register.edition.course,
            "rows": register.rows,
            "others": register.others,
            "fate": match register.fate { Fate::Redacted => "redacted", Fate::Removed => "removed" },
        })
    };
    json!({
        "version": 1,
        "erased": done,
        "person": plan.person.id,
        "registers": plan.registers.iter().map(register).collect::<Vec<_>>(),
        "aside": plan.asides.iter().map(|(digest, _)| digest).collect::<Vec<_>>(),
        "doubts": plan.doubts,
        "texts": plan.texts,
        "untouched": plan.untouched,
    })
}
