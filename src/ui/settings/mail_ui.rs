//! Through which server mail is sent, and trying whether it works.

use std::sync::Arc;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk;
use crate::i18n::messages::mail as say;
use crate::mail::Account;
use crate::mail::AccountFault;
use crate::mail::Patience;
use crate::mail::Security;
use crate::mail::Trouble;
use crate::mail::send_test;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::settings::Settings;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The endings that files of certificates have.
const CERTIFICATES: [&str; 4] = ["pem", "crt", "cer", "der"];

/// The account as it is being typed; taken over when a field is left.
#[derive(Debug, Default)]
pub(super) struct MailForm {
    typed: Option<Typed>,
    /// The server's password: nowhere but here.
    password: String,
    testing: Option<Job<Result<(), Trouble>>>,
    outcome: Option<Result<(), Message>>,
}

#[derive(Debug)]
struct Typed {
    account: Account,
    port: String,
    authority: PathPicker,
}

impl Typed {
    fn of(account: &Account) -> Self {
        let authority = account.authority.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        Self {
            account: account.clone(),
            port: account.port.map(|port| port.to_string()).unwrap_or_default(),
            authority: PathPicker::at(authority),
        }
    }

    /// The port that was typed; `None` for the usual one.
    fn port(&self) -> Result<Option<u16>, ()> {
        match self.port.trim() {
            "" => Ok(None),
            text => text.parse().ok().filter(|port| *port > 0).map(Some).ok_or(()),
        }
    }

    /// What was typed, without the white space around it; a port that is none leaves the usual one.
    fn account(&self) -> Account {
        let account = &self.account;
        let trimmed = |text: &String| text.trim().to_owned();
        Account {
            host: trimmed(&account.host),
            port: self.port().unwrap_or(None),
            security: account.security,
            user: trimmed(&account.user),
            from_name: trimmed(&account.from_name),
            from_address: trimmed(&account.from_address),
            authority: self.authority.path(),
        }
    }
}

impl MailForm {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        match finished(&mut self.testing) {
            Some(Ok(outcome)) => self.outcome = Some(outcome.map_err(|trouble| trouble.message())),
            Some(Err(_stopped)) => self.outcome = Some(Err(desk::work_stopped())),
            None => {}
        }
        widgets::section(ui, theme, &say::settings_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            widgets::soft(ui, theme, &say::settings_text().text(lang));
            let typed = self.typed.get_or_insert_with(|| Typed::of(&cx.settings.mail));
            fields(ui, cx, typed);
            let account = typed.account();
            if !ui.ctx().text_edit_focused() && account != cx.settings.mail {
                // What was tried before says nothing of what stands there now.
                self.outcome = None;
                out.push(Action::Settings(Settings { mail: account.clone(), ..cx.settings.clone() }));
            }
            self.test_ui(ui, cx, account);
        });
    }

    fn test_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, account: Account) {
        let (theme, lang) = (cx.theme, cx.lang);
        if account.signs_in() {
            let label = say::password_of(account.user.as_str()).text(lang);
            let help = say::password_help().text(lang);
            Field::new(theme, &label).help(&help).width(420.0).password().show(ui, &mut self.password);
        }
        if self.testing.is_some() {
            widgets::progress(ui, theme, 0.5, &say::testing(account.host.as_str()).text(lang));
        }
        let is_ready = account.fault().is_none() && (!account.signs_in() || !self.password.is_empty());
        let button = Button::plain(theme, say::test_send().text(lang));
        if ui.add_enabled(is_ready && self.testing.is_none(), button).clicked() {
            self.outcome = None;
            let (password, clock) = (self.password.clone(), Arc::clone(cx.clock));
            self.testing = Some(Job::start(ui.ctx(), "mail-test", move |_| {
                send_test(&account, &password, lang, clock.as_ref(), Patience::default())
            }));
        }
        match &self.outcome {
            Some(Ok(())) => {
                let to = cx.settings.mail.from_address.as_str();
                widgets::marked(ui, theme, Tone::Good, &say::test_sent(to).text(lang));
            }
            Some(Err(message)) => widgets::marked(ui, theme, Tone::Bad, &message.text(lang)),
            None => {}
        }
    }
}

/// Draws the fields.
fn fields(ui: &mut Ui, cx: &Cx<'_>, typed: &mut Typed) {
    let (theme, lang) = (cx.theme, cx.lang);
    let is_used = !typed.account.host.trim().is_empty();
    let fault = typed.account().fault().filter(|_| is_used);
    let (port, security) = (typed.port(), typed.account.security);
    let show = |ui: &mut Ui, label: Message, help: Option<Message>, error: Option<Message>, value: &mut String| {
        let (help, error) = (help.map(|help| help.text(lang)), error.map(|error| error.text(lang)));
        let label = label.text(lang);
        let mut field = Field::new(theme, &label).error(error.as_deref()).width(560.0);
        if let Some(help) = &help {
            field = field.help(help);
        }
        field.show(ui, value);
    };
    let account = &mut typed.account;
    show(ui, say::from_name(), Some(say::from_name_help()), None, &mut account.from_name);
    let error = match fault {
        Some(AccountFault::NoFrom) => Some(say::from_missing()),
        Some(AccountFault::BadFrom) => Some(say::from_bad()),
        Some(AccountFault::NoHost | AccountFault::BadHost) | None => None,
    };
    show(ui, say::from_address(), None, error, &mut account.from_address);
    let error = (fault == Some(AccountFault::BadHost)).then(say::host_bad);
    show(ui, say::host(), Some(say::host_help()), error, &mut account.host);
    widgets::choice(
        ui,
        theme,
        &say::security().text(lang),
        &mut account.security,
        &Security::ALL.map(|kind| {
            let word = match kind {
                Security::StartTls => say::security_starttls(),
                Security::Tls => say::security_tls(),
                Security::None => say::security_none(),
            };
            (kind, word.text(lang))
        }),
    );
    if security == Security::None {
        widgets::marked(ui, theme, Tone::Caution, &say::open_line().text(lang));
    }
    let help = say::port_help(security.usual_port().to_string());
    show(ui, say::port(), Some(help), port.is_err().then(say::port_bad), &mut typed.port);
    show(ui, say::user(), Some(say::user_help()), None, &mut typed.account.user);
    if security != Security::None {
        widgets::soft(ui, theme, &say::authority_help().text(lang));
        let wanted = Wanted::File(CERTIFICATES.to_vec());
        typed.authority.show(ui, theme, lang, &say::authority().text(lang), &wanted, None);
    }
}
