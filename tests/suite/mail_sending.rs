//! Sending through a real SMTP server: each arrives once, and every trouble is known for what it is.

use std::cell::Cell;
use std::net::TcpListener;
use std::time::Duration;

use perehdytin::i18n::Lang;
use perehdytin::mail::Account;
use perehdytin::mail::Again;
use perehdytin::mail::Mailing;
use perehdytin::mail::Material;
use perehdytin::mail::Outcome;
use perehdytin::mail::Patience;
use perehdytin::mail::Report;
use perehdytin::mail::Security;
use perehdytin::mail::Trouble;
use perehdytin::mail::send;
use perehdytin::mail::send_test;
use serde_json::json;

use crate::mail_support::Left;
use crate::mail_support::MailServer;
use crate::mail_support::PASSWORD;
use crate::mail_support::Shows;
use crate::mail_support::USER;
use crate::mail_support::patience;
use crate::mail_support::sha256;

fn sent(left: &Left, mailing: &Mailing) -> Report {
    send(mailing, left.clock.as_ref(), &mut |_| (), &|| false)
}

/// Why nothing could be sent at all.
#[track_caller]
fn stopped(left: &Left, account: &Account) -> Trouble {
    let report = sent(left, &left.mailing(account));
    assert!(report.outcomes.iter().all(|(_, outcome)| matches!(outcome, Outcome::NotTried)), "{report:?}");
    assert!(!left.ledger().exists() || !std::fs::read_to_string(left.ledger()).unwrap().contains("begun"));
    report.stopped.expect("it was stopped")
}

#[test]
fn everybody_gets_a_message_of_their_own_over_an_encrypted_line() {
    let server = MailServer::start();
    let left = Left::by(&[("Aino Aalto", "aino@kaivuu.example"), ("Äijä Öljy", "ukko@sähkö.example")]);
    let mut mailing = left.mailing(&server.account());
    mailing.material = Material::print(&left.snapshot.state, &left.snapshot.folder).unwrap();
    let mut seen = Vec::new();
    let report = send(
        &mailing,
        left.clock.as_ref(),
        &mut |progress| seen.push((progress.number, progress.of, progress.address.to_owned())),
        &|| false,
    );
    assert!(report.stopped.is_none(), "{report:?}");
    assert_eq!(report.sent(), 2);
    assert_eq!(seen, [(1, 2, "aino@kaivuu.example".to_owned()), (2, 2, "ukko@sähkö.example".to_owned())]);
    let arrived = server.arrived();
    assert_eq!(arrived.len(), 2);
    for (message, to) in arrived.iter().zip(["aino@kaivuu.example", "ukko@xn--shk-qla6g.example"]) {
        assert!(message.envelope.encrypted);
        assert_eq!(message.envelope.user.as_deref(), Some(USER));
        assert_eq!(message.envelope.from, USER);
        assert_eq!(message.envelope.to, [to]);
        assert_eq!(message.mail.defects, Vec::<String>::new());
        assert!(message.mail.headers["To"].ends_with(&format!("<{to}>")), "{:?}", message.mail.headers);
        assert!(!message.mail.headers.contains_key("X-Unsent"));
        assert_eq!(message.mail.attachments[0].sha256, sha256(&mailing.material.pdf));
    }
    assert!(arrived[1].mail.text.starts_with("Hei, Äijä Öljy!\n"));
    assert_ne!(arrived[0].mail.headers["Message-ID"], arrived[1].mail.headers["Message-ID"]);
    assert!(!arrived[0].mail.text.contains("ukko"), "nobody learns of anybody else");
}

#[test]
fn who_is_refused_is_named_and_a_second_sending_writes_to_nobody_twice() {
    let server = MailServer::start();
    let left = Left::by(&[
        ("Aino Aalto", "aino@kaivuu.example"),
        ("Gunnar Gone", "gone@kaivuu.example"),
        ("Greta Grey", "grey@kaivuu.example"),
        ("Daavid Dahl", "daavid@kaivuu.example"),
    ]);
    let mailing = left.mailing(&server.account());
    let report = sent(&left, &mailing);
    assert!(report.stopped.is_none(), "{report:?}");
    let outcomes: Vec<&Outcome> = report.outcomes.iter().map(|(_, outcome)| outcome).collect();
    let [Outcome::Sent, Outcome::Failed(gone), Outcome::Failed(grey), Outcome::Sent] = outcomes[..] else {
        panic!("{outcomes:?}")
    };
    let Trouble::RecipientRefused { address, reply } = gone else { panic!("{gone:?}") };
    assert_eq!((address.as_str(), reply.as_str()), ("gone@kaivuu.example", "550 5.1.1 User unknown"));
    assert!(matches!(grey, Trouble::Later { reply } if reply.contains("Greylisted")), "{grey:?}");
    let said = gone.message().text(Lang::Fi);
    assert!(said.contains("550 5.1.1 User unknown") && said.contains("gone@kaivuu.example"), "{said}");
    let again = sent(&left, &mailing);
    assert_eq!(again.sent(), 0);
    assert!(matches!(again.outcomes[0].1, Outcome::Left) && matches!(again.outcomes[1].1, Outcome::Failed(_)));
    assert_eq!(server.arrived_to(), ["aino@kaivuu.example", "daavid@kaivuu.example"]);
}

#[test]
fn a_line_that_breaks_in_the_middle_of_a_message_costs_that_message_alone() {
    let server = MailServer::start();
    let left = Left::by(&[("Bo Broken", "broken@kaivuu.example"), ("Aino Aalto", "aino@kaivuu.example")]);
    let mut mailing = left.mailing(&server.account());
    // More than the operating system takes in advance: the break is felt before the end.
    mailing.material = Material::new(vec![b'x'; 12 * 1024 * 1024], "aineisto.pdf".to_owned()).unwrap();
    mailing.patience.taken = Duration::from_mins(3);
    let report = sent(&left, &mailing);
    assert!(matches!(report.outcomes[0].1, Outcome::Failed(Trouble::Lost { .. })), "{:?}", report.outcomes[0].1);
    assert!(matches!(report.outcomes[1].1, Outcome::Sent), "{:?}", report.outcomes[1].1);
    assert_eq!(server.arrived_to(), ["aino@kaivuu.example"]);
}

#[test]
fn what_may_have_arrived_is_sent_again_only_when_the_trainer_says_so() {
    let server = MailServer::start();
    let left = Left::by(&[("Sini Silent", "silent@kaivuu.example"), ("Aino Aalto", "aino@kaivuu.example")]);
    let mut mailing = left.mailing(&server.account());
    let report = sent(&left, &mailing);
    assert!(matches!(report.outcomes[0].1, Outcome::Unsure(Trouble::Unconfirmed { .. })), "{report:?}");
    assert!(matches!(report.outcomes[1].1, Outcome::Sent));
    let again = sent(&left, &mailing);
    assert!(again.outcomes.iter().all(|(_, outcome)| matches!(outcome, Outcome::Left)), "{again:?}");
    mailing.again = Again::Unsure;
    let asked = sent(&left, &mailing);
    assert!(matches!(asked.outcomes[0].1, Outcome::Unsure(_)) && matches!(asked.outcomes[1].1, Outcome::Left));
    assert_eq!(server.arrived_to(), ["silent@kaivuu.example", "aino@kaivuu.example", "silent@kaivuu.example"]);
    let arrived = server.arrived();
    assert_eq!(
        arrived[0].mail.headers["Message-ID"], arrived[2].mail.headers["Message-ID"],
        "mailboxes can see that both are one message"
    );
}

#[test]
fn a_server_that_hangs_up_after_a_few_messages_is_called_again() {
    let server = MailServer::with(Shows::Good, &json!({ "most_per_connection": 2 }));
    let names: Vec<String> = (1..=5).map(|number| format!("n{number}@kaivuu.example")).collect();
    let people: Vec<(&str, &str)> = names.iter().map(|address| (address.as_str(), address.as_str())).collect();
    let left = Left::by(&people);
    let report = sent(&left, &left.mailing(&server.account()));
    assert_eq!(report.sent(), 5, "{report:?}");
    assert_eq!(server.arrived_to(), names);
}

#[test]
fn a_sending_that_is_given_up_goes_on_later_where_it_stood() {
    let server = MailServer::start();
    let left = Left::by(&[("A", "a@kaivuu.example"), ("B", "b@kaivuu.example"), ("C", "c@kaivuu.example")]);
    let mailing = left.mailing(&server.account());
    let begun = Cell::new(0);
    let report = send(&mailing, left.clock.as_ref(), &mut |_| begun.set(begun.get() + 1), &|| begun.get() == 1);
    assert_eq!(report.sent(), 1);
    assert!(report.stopped.is_none() && matches!(report.outcomes[2].1, Outcome::NotTried));
    assert_eq!(sent(&left, &mailing).sent(), 2);
    assert_eq!(server.arrived_to(), ["a@kaivuu.example", "b@kaivuu.example", "c@kaivuu.example"]);
}

#[test]
fn who_has_got_a_draft_is_not_written_to_unless_the_trainer_says_so() {
    let server = MailServer::start();
    let left = Left::by(&[("A", "a@kaivuu.example")]);
    let mut mailing = left.mailing(&server.account());
    let now = perehdytin::clock::Clock::now(left.clock.as_ref());
    let (letter, material) = (&mailing.letter, &mailing.material);
    perehdytin::mail::write_drafts(&left.beside("ulos"), letter, material, &mailing.recipients, left.ledger(), now)
        .unwrap();
    assert!(matches!(sent(&left, &mailing).outcomes[0].1, Outcome::Left));
    mailing.again = Again::Unsure;
    assert!(matches!(sent(&left, &mailing).outcomes[0].1, Outcome::Sent));
}

#[test]
fn a_wrong_password_stops_everything_and_nothing_was_begun() {
    let server = MailServer::start();
    let left = Left::by(&[("A", "a@kaivuu.example"), ("B", "b@kaivuu.example")]);
    let mut mailing = left.mailing(&server.account());
    mailing.password = "väärä".to_owned();
    let report = sent(&left, &mailing);
    let Some(Trouble::WrongPassword { user, reply }) = &report.stopped else { panic!("{report:?}") };
    assert_eq!(user, USER);
    assert!(reply.starts_with("535"), "{reply}");
    assert!(report.outcomes.iter().all(|(_, outcome)| matches!(outcome, Outcome::NotTried)));
    assert_eq!(server.arrived_to(), Vec::<String>::new());
    assert_eq!(sent(&left, &left.mailing(&server.account())).sent(), 2);
}

#[test]
fn a_certificate_is_trusted_only_from_an_authority_that_is_for_this_name_and_now() {
    let left = Left::by(&[("A", "a@kaivuu.example")]);
    let server = MailServer::start();
    let unknown = Account { authority: None, ..server.account() };
    assert!(matches!(stopped(&left, &unknown), Trouble::CertificateUntrusted { .. }));
    let other = MailServer::with(Shows::OtherName, &json!({}));
    assert!(matches!(stopped(&left, &other.account()), Trouble::CertificateName { .. }));
    let expired = MailServer::with(Shows::Expired, &json!({}));
    assert!(matches!(stopped(&left, &expired.account()), Trouble::CertificateTime { .. }));
    for server in [server, other, expired] {
        assert_eq!(server.arrived_to(), Vec::<String>::new());
    }
}

#[test]
fn a_server_that_cannot_encrypt_gets_nothing_unless_that_was_chosen() {
    let left = Left::by(&[("A", "a@kaivuu.example")]);
    let server = MailServer::with(Shows::Nothing, &json!({ "users": {} }));
    let account = Account { user: String::new(), ..server.account() };
    assert!(matches!(stopped(&left, &account), Trouble::NoStartTls { .. }));
    let tls = Account { security: Security::Tls, ..account.clone() };
    let trouble = stopped(&left, &tls);
    assert!(matches!(trouble, Trouble::WrongProtection { .. } | Trouble::Lost { .. }), "{trouble:?}");
    let open = Account { security: Security::None, ..account };
    assert_eq!(sent(&left, &left.mailing(&open)).sent(), 1);
    assert!(!server.arrived()[0].envelope.encrypted);
}

#[test]
fn a_server_that_wants_a_sign_in_and_one_that_refuses_the_sender_say_so() {
    let left = Left::by(&[("A", "a@kaivuu.example")]);
    let server = MailServer::start();
    let nameless = Account { user: String::new(), ..server.account() };
    assert!(matches!(stopped(&left, &nameless), Trouble::WantsSignIn { .. }));
    let stranger = Account { from_address: "stranger@muu.example".to_owned(), ..server.account() };
    assert!(matches!(stopped(&left, &stranger), Trouble::SenderRefused { .. }));
}

#[test]
fn a_server_that_is_not_there_is_told_apart_from_one_that_is_silent() {
    let left = Left::by(&[("A", "a@kaivuu.example")]);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = Some(listener.local_addr().unwrap().port());
    let account = |host: &str| Account {
        host: host.to_owned(),
        port,
        from_address: USER.to_owned(),
        security: Security::None,
        ..Account::default()
    };
    assert!(matches!(stopped(&left, &account("ei-ole.invalid")), Trouble::HostNotFound { .. }));
    let mut mailing = left.mailing(&account("127.0.0.1"));
    mailing.patience = Patience { greeting: Duration::from_millis(200), ..patience() };
    let silent = sent(&left, &mailing).stopped;
    assert!(matches!(silent, Some(Trouble::TimedOut { .. })), "{silent:?}");
    drop(listener);
    assert!(matches!(stopped(&left, &account("127.0.0.1")), Trouble::NoConnection { .. }));
}

#[test]
fn a_message_that_is_too_large_stops_everything() {
    let left = Left::by(&[("A", "a@kaivuu.example"), ("B", "b@kaivuu.example")]);
    let server = MailServer::with(Shows::Good, &json!({ "largest": 1000 }));
    let trouble = stopped(&left, &server.account());
    assert!(matches!(trouble, Trouble::TooLarge { .. }), "{trouble:?}");
}

#[test]
fn two_sendings_of_one_session_do_not_run_at_once() {
    let server = MailServer::start();
    let left = Left::by(&[("A", "a@kaivuu.example")]);
    let mailing = left.mailing(&server.account());
    let mut second = None;
    let first = send(&mailing, left.clock.as_ref(), &mut |_| second = Some(sent(&left, &mailing)), &|| false);
    assert_eq!(first.sent(), 1);
    assert!(matches!(second.unwrap().stopped, Some(Trouble::Busy)));
    assert_eq!(server.arrived_to(), ["a@kaivuu.example"]);
}

#[test]
fn a_test_message_goes_to_the_sender_alone_also_where_the_line_is_encrypted_from_the_first_byte() {
    let server = MailServer::with(Shows::Good, &json!({ "tls": true }));
    let account = Account { security: Security::Tls, ..server.account() };
    let clock = perehdytin::clock::SystemClock;
    send_test(&account, PASSWORD, Lang::En, &clock, patience()).unwrap();
    let arrived = server.arrived();
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].envelope.to, [USER]);
    assert_eq!(arrived[0].mail.headers["Subject"], "Test message from Perehdytin");
    assert!(arrived[0].mail.attachments.is_empty());
    let wrong = send_test(&account, "wrong", Lang::En, &clock, patience());
    assert!(matches!(wrong, Err(Trouble::WrongPassword { .. })), "{wrong:?}");
}
