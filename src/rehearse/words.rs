//! What a made-up trainer and made-up people write in a rehearsal.

use crate::i18n::Lang;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) place: &'static str,
    pub(super) trainer: &'static str,
    pub(super) roles: &'static [&'static str],
    pub(super) items: &'static [&'static str],
    pub(super) reworded_item: &'static str,
    pub(super) feedback: &'static [&'static str],
    pub(super) skip_reason: &'static str,
    pub(super) misspelt: &'static str,
    pub(super) left_unnoticed: &'static str,
    pub(super) came_earlier: &'static str,
    pub(super) right_after_all: &'static str,
    pub(super) signed_in_twice: &'static str,
    pub(super) not_a_participant: &'static str,
    pub(super) void_attempt: &'static str,
}

/// The words of `lang`.
pub(super) fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fi => &FINNISH,
        Lang::En => &ENGLISH,
    }
}

const FINNISH: Words = Words {
    place: "Harjoitussali, Mallikylä",
    trainer: "Taina Harjoitus",
    roles: &["asentaja", "asentaja", "asentaja", "työnjohtaja", "kaivinkoneen kuljettaja", ""],
    items: &[
        "Yhteydenottokortteja on autoissa liian vähän.",
        "Asiakkaan puhelinnumero puuttuu usein työmääräimestä.",
        "Portin koodi pitäisi saada ennen käyntiä.",
        "Työkohteen kuva auttaisi löytämään oikean mittarin.",
        "Uusi aika pitäisi voida sopia suoraan kalenteriin.",
        "Pihatöiden jäljet pitäisi kuvata ennen ja jälkeen.",
    ],
    reworded_item: "Yhteydenottokortteja jokaiseen autoon vähintään kymmenen.",
    feedback: &[
        "Tilanteet olivat tuttuja omasta työstä.",
        "Enemmän aikaa keskustelulle.",
        "Hyvä, että sai kertoa myös omia kokemuksia.",
        "Taskuopas tulee käyttöön.",
        "Aamupäivä olisi parempi aika kuin iltapäivä.",
        "Lisää esimerkkejä lämpöpuolelta.",
    ],
    skip_reason: "Käsiteltiin jo keskustelussa.",
    misspelt: "Nimi oli kirjoitettu väärin.",
    left_unnoticed: "Lähti aiemmin, lähtö jäi merkitsemättä.",
    came_earlier: "Oli paikalla jo ennen kirjaamista.",
    right_after_all: "Rivi oli oikea, palautettiin.",
    signed_in_twice: "Sama henkilö ilmoittautui kahdesti.",
    not_a_participant: "Talon väkeä, ei osallistuja.",
    void_attempt: "Vastauksia katsottiin yhdessä.",
};

const ENGLISH: Words = Words {
    place: "Practice hall, Modelton",
    trainer: "Tina Rehearsal",
    roles: &["fitter", "fitter", "fitter", "foreman", "digger driver", ""],
    items: &[
        "There are too few contact cards in the vans.",
        "The customer's telephone number is often missing from the work order.",
        "The gate code should be known before the visit.",
        "A picture of the place would help to find the right meter.",
        "It should be possible to book a new time straight into the calendar.",
        "The yard should be photographed before and after digging.",
    ],
    reworded_item: "At least ten contact cards in every van.",
    feedback: &[
        "The situations were familiar from my own work.",
        "More time for discussion.",
        "Good that we could tell of our own experiences.",
        "The pocket guide will be used.",
        "The morning would suit better than the afternoon.",
        "More examples from district heating.",
    ],
    skip_reason: "Covered in the discussion already.",
    misspelt: "The name was misspelt.",
    left_unnoticed: "Left earlier; the departure was not marked.",
    came_earlier: "Was here before the row was entered.",
    right_after_all: "The row was right and was put back.",
    signed_in_twice: "The same person signed in twice.",
    not_a_participant: "Belongs to the house, not a participant.",
    void_attempt: "Answers were looked up together.",
};
