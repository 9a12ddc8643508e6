//! What is opened on a part of the screen, one over the other.

use crate::records::feedback::About;
use crate::ui::records::contractor_ui::ContractorPage;
use crate::ui::records::day_field::DayField;
use crate::ui::records::item_ui::ItemPage;
use crate::ui::records::person_ui::PersonPage;
use crate::ui::records::register_ui::RegisterPage;
use crate::ui::records::signer_ui::SignerPage;
use crate::ui::records::signers_ui::Deciding;
use crate::ui::records::sources_ui::SourcesPage;
use crate::ui::records::what_if::WhatIfPage;

/// Something that was opened.
#[derive(Debug)]
pub(super) enum Page {
    /// A person.
    Person(Box<PersonPage>),
    /// A contractor.
    Contractor(Box<ContractorPage>),
    /// What a new revision would make due.
    WhatIf(Box<WhatIfPage>),
    /// A development item.
    Item(Box<ItemPage>),
    /// A trend, by what it is about and its identifier; and how often more of its sessions was asked for.
    Trend(About, String, usize),
    /// The feedback files.
    Sources(Box<SourcesPage>),
    /// A register.
    Register(Box<RegisterPage>),
    /// What rests on a signer.
    Signer(Box<SignerPage>),
}

/// What is asked for on a page.
pub(super) enum Asked {
    /// Go back to what it was opened on.
    Back,
    /// Open something over it.
    Open(Page),
    /// Ask whether a signer is to be accepted or revoked.
    Decide(Deciding),
    /// The records were changed on it.
    Changed,
}

impl Page {
    /// A person's page, on the day that was asked about before.
    pub(super) fn person(id: i64, day: DayField) -> Self {
        Self::Person(Box::new(PersonPage::new(id, day)))
    }

    /// The page of the register with `digest`.
    pub(super) fn register(digest: String) -> Self {
        Self::Register(Box::new(RegisterPage::new(digest)))
    }

    /// The records have changed: what was read at leisure counts no longer. The rest is asked anew by itself.
    pub(super) fn forget(&mut self) {
        if let Self::WhatIf(page) = self {
            page.forget();
        }
    }
}
