//! The handout on phones: not before it is released, then in every language of the course.

use perehdytin::room::Handout;
use perehdytin::session::Command;
use perehdytin::session::Place;

use crate::room_support::hall;

#[test]
fn the_handout_is_had_once_it_is_released_also_after_closing() {
    let hall = hall();
    let door = hall.door();
    let path = |lang: &str| format!("/handout/{lang}.pdf?t={}", door.token);
    let mut phone = hall.signed_in(1, "Aino Ahkera");
    assert_eq!(door.get(&path("fi")).status, 403);
    assert_eq!(hall.room().status().handout, Handout::Held);
    hall.does(Command::Go { to: Place::SignOut }).does(Command::ReleaseHandout);
    phone.until(|view| view["handout"]["released"] == true);
    for lang in ["fi", "en"] {
        // Whoever comes while it is being made waits for it.
        let given = door.get(&path(lang));
        assert_eq!(given.status, 200);
        assert!(given.body.starts_with(b"%PDF-") && given.body.len() > 10_000, "{} bytes", given.body.len());
        assert_eq!(given.header("content-type"), Some("application/pdf"));
        let name = format!("attachment; filename=\"pieni-{lang}.pdf\"");
        assert_eq!(given.header("content-disposition"), Some(name.as_str()));
    }
    hall.waits_for(|status| status.handout == Handout::Ready);
    assert_eq!(door.get(&path("sv")).status, 404);
    assert_eq!(door.get("/handout/fi.pdf").status, 403);
    assert_eq!(door.get(&format!("/handout/fi.pdf?t={}", "0".repeat(32))).status, 403);
    hall.does(Command::Close);
    assert_eq!(door.get(&path("fi")).status, 200);
}
