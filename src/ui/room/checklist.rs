//! The trainer's list of what to do before and after.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::ChecklistItem;
use crate::session::Command;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::view::View;
use crate::ui::widgets::caption;
use crate::ui::widgets::check;
use crate::ui::widgets::strong;

/// Draws the list; a tick is stored at once.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    let list = &view.state.script.pack.checklist;
    if list.before.is_empty() && list.after.is_empty() {
        caption(ui, cx.theme, &view.say(console::checklist_none()));
        return;
    }
    for (heading, items) in [(console::checklist_before(), &list.before), (console::checklist_after(), &list.after)] {
        if items.is_empty() {
            continue;
        }
        strong(ui, cx.theme, &view.say(heading));
        for item in items {
            tick(ui, cx, view, item, out);
        }
        ui.add_space(cx.theme.grid);
    }
}

fn tick(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, item: &ChecklistItem, out: &mut Actions) {
    let mut is_done = view.state.ticked.contains(&item.id);
    if check(ui, cx.theme, &mut is_done, &view.fill(&item.text)).changed() {
        out.session(Command::Tick { item: item.id.clone(), done: is_done });
    }
}
