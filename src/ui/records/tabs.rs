//! The parts of the screen, and the list on its left that leads to them.

use egui::Role;
use egui::Sense;
use egui::Ui;
use egui::Vec2;
use egui::WidgetInfo;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::keeping;
use crate::i18n::messages::trend;
use crate::ui::Cx;
use crate::ui::records::overview::Overview;
use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;

/// How wide the list is, in points.
pub(super) const WIDTH: f32 = 232.0;

/// A part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Search,
    Contractors,
    Import,
    Signers,
    Doubts,
    Aside,
    PersonData,
    Retention,
    Copies,
    Check,
    Log,
    Items,
    Trends,
}

impl Tab {
    /// The parts in their order, in groups: who may be sent, what was said, how registers come in, and how all is kept.
    const GROUPS: &[&[Self]] = &[
        &[Self::Search, Self::Contractors],
        &[Self::Items, Self::Trends],
        &[Self::Import, Self::Signers, Self::Doubts, Self::Aside],
        &[Self::PersonData, Self::Retention, Self::Copies, Self::Check, Self::Log],
    ];

    /// Where to begin.
    pub(super) fn first(overview: &Overview) -> Self {
        if overview.signers.is_empty() { Self::Import } else { Self::Search }
    }

    /// What it is called, with how much waits there.
    fn name(self, overview: &Overview) -> Message {
        match self {
            Self::Search => say::tab_search(),
            Self::Contractors => say::tab_contractors(),
            Self::Import => say::tab_import(),
            Self::Signers => say::tab_signers(overview.undecided()),
            Self::Doubts => say::tab_doubts(overview.open_doubts()),
            Self::Aside => say::tab_aside(overview.aside.len()),
            Self::PersonData => keeping::tab_person(),
            Self::Retention => keeping::tab_retention(),
            Self::Copies => keeping::tab_copies(),
            Self::Log => keeping::tab_log(),
            Self::Items => trend::tab_items(overview.open_items),
            Self::Trends => trend::tab_trends(),
            Self::Check => say::tab_check(),
        }
    }
}

/// How far the list stands below its place, so that it stays in sight when the page is scrolled; `height` is its own.
pub(super) fn sunk(ui: &Ui, theme: &Theme, height: f32) -> f32 {
    let (seen, place) = (ui.clip_rect(), ui.cursor().top());
    let with_its_top = seen.top() + theme.grid * 3.0 - place;
    // The page has some room below; the list must not make it longer.
    let with_its_end = seen.bottom() - theme.grid * 6.0 - height - place;
    with_its_top.min(with_its_end).max(0.0)
}

/// Draws the list; the part that was chosen in this frame, also when it was open already.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, overview: &Overview, now: Tab) -> Option<Tab> {
    let (theme, lang) = (cx.theme, cx.lang);
    let label = say::tabs().text(lang);
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = theme.grid / 4.0;
    for (group, tabs) in Tab::GROUPS.iter().enumerate() {
        if group > 0 {
            ui.add_space(theme.grid * 0.75);
            let (line, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
            ui.painter().hline(line.x_range(), line.center().y, theme.line());
            ui.add_space(theme.grid * 0.75);
        }
        for tab in *tabs {
            if row(ui, cx, &tab.name(overview).text(lang), &label, *tab == now) {
                chosen = Some(*tab);
            }
        }
    }
    chosen
}

fn row(ui: &mut Ui, cx: &Cx<'_>, text: &str, label: &str, is_chosen: bool) -> bool {
    let theme = cx.theme;
    let font = if is_chosen { bold(size::BODY) } else { regular(size::BODY) };
    let padding = Vec2::new(theme.grid * 1.5, theme.grid);
    let width = ui.available_width();
    let galley = ui.painter().layout(text.to_owned(), font, theme.ink, width - padding.x * 2.0);
    let height = (galley.size().y + padding.y * 2.0).max(size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(label));
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.accent_soft } else { theme.sunken };
        ui.painter().rect_filled(rect, theme.corner(), fill);
    }
    if is_chosen {
        let mut bar = rect;
        bar.set_width(theme.grid / 2.0);
        ui.painter().rect_filled(bar, theme.corner(), theme.accent);
    }
    let at = egui::pos2(rect.left() + padding.x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.ink);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, theme.corner(), theme.focus_stroke(), egui::StrokeKind::Inside);
    }
    response.clicked()
}
