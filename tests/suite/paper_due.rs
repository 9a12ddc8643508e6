//! The list of those who are due, as a sheet of paper.

use jiff::Timestamp;
use perehdytin::i18n::Lang;
use perehdytin::paper::{DueSheet, due_pdf};

use crate::register_look::{keep, text_of};

#[test]
fn a_list_of_many_people_with_markup_in_their_names_is_set_on_several_pages() {
    let row = |at: usize| [format!("Aino #emph[{at}] *Ahkera*"), "x".to_owned(), "_y_ $z$".to_owned(), "5".to_owned()];
    let sheet = DueSheet {
        title: "Perehdytettävät".to_owned(),
        head: "Kaivuu Oy".to_owned(),
        lines: vec!["Yksi.".to_owned(), "Kaksi.".to_owned()],
        headings: ["a", "b", "c", "d"].map(str::to_owned),
        rows: (0..120).map(row).collect(),
    };
    let pdf = due_pdf(&sheet, Lang::Fi, Timestamp::UNIX_EPOCH).unwrap();
    keep("due", &pdf);
    let said = text_of(&pdf);
    let pages = said.matches('\u{c}').count();
    assert!(pages > 2, "{pages} pages");
    for at in [0, 60, 119] {
        assert!(said.contains(&format!("Aino #emph[{at}] *Ahkera*")), "{at}: {said}");
    }
    assert_eq!(pdf, due_pdf(&sheet, Lang::Fi, Timestamp::UNIX_EPOCH).unwrap(), "the same list is the same file");
}
