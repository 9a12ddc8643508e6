//! How each kind of node is laid out.

use egui::Pos2;
use egui::Rect;
use egui::Shape;
use egui::Stroke;
use egui::Vec2;

use crate::pack::CalloutKind;
use crate::ui::slide::Item;
use crate::ui::slide::Node;
use crate::ui::slide::OptionLine;
use crate::ui::slide::flow::Flow;
use crate::ui::slide::flow::Placed;
use crate::ui::theme::bold;
use crate::ui::widgets::Tone;
use crate::ui::widgets::mark_shapes;
use crate::ui::widgets::option_letter;
use crate::ui::widgets::option_shape;

/// What stands before an item of a list.
#[derive(Clone, Copy)]
enum Lead {
    Bullet,
    Number,
    Mark(bool),
}

impl Flow<'_, '_> {
    /// Lays out one node in a place of `width`; only what is elastic minds `height`.
    pub(super) fn node(&mut self, node: &Node, width: f32, height: f32) -> Placed {
        let ink = self.theme.ink;
        match node {
            Node::Paragraph(text) => self.one(|flow| flow.text(text, ink, width)),
            Node::Strong(text) => self.one(|flow| flow.strong(text, ink, width)),
            Node::Soft(text) => self.one(|flow| flow.text(text, flow.theme.ink_soft, width)),
            Node::Big(text) => {
                self.one(|flow| flow.measure(text, bold(flow.body * 2.2), 1.15, flow.theme.accent, width))
            }
            Node::Bullets(items) => self.list(items, Lead::Bullet, width),
            Node::Numbered(items) => self.list(items, Lead::Number, width),
            Node::Quote { text, by } => self.quote(text, by, width),
            Node::Table { header, rows } => self.table(header, rows, width),
            Node::Columns(columns) => self.columns(columns, width, height),
            Node::Picture { file, aspect, alt } => self.picture(file, *aspect, alt, width, height),
            Node::Callout { kind, label, text } => self.callout(*kind, label, text, width),
            Node::Marked { is_good, heading, items } => self.marked(*is_good, heading, items, width),
            Node::Choice(line) => self.choice(line, width),
            Node::Consequences(rows) => self.consequences(rows, width),
            Node::Join(join) => self.join(join, width, height),
        }
    }

    fn one(&mut self, measure: impl FnOnce(&mut Self) -> super::flow::Measured) -> Placed {
        let text = measure(self);
        Placed { height: text.size.y, items: vec![text.at(Pos2::ZERO)] }
    }

    fn list(&mut self, texts: &[String], lead: Lead, width: f32) -> Placed {
        let theme = self.theme;
        let indent = self.body * if matches!(lead, Lead::Number) { 1.5 } else { 1.2 };
        let mut items = Vec::new();
        let mut top = 0.0;
        for (index, text) in texts.iter().enumerate() {
            let text = self.text(text, theme.ink, width - indent);
            let middle = top + self.body * 0.64;
            match lead {
                Lead::Bullet => {
                    let side = self.body * 0.3;
                    let square = Rect::from_center_size(Pos2::new(side * 0.9, middle), Vec2::splat(side));
                    items.push(Item::Shape(Shape::rect_filled(square, 1.0, theme.accent)));
                }
                Lead::Number => {
                    let number = self.strong(&format!("{}.", index + 1), theme.accent, indent);
                    items.push(number.at(Pos2::new(0.0, top)));
                }
                Lead::Mark(is_good) => {
                    let (tone, colour) = if is_good { (Tone::Good, theme.good) } else { (Tone::Bad, theme.bad) };
                    let centre = Pos2::new(self.body * 0.42, middle);
                    let place = Rect::from_center_size(centre, Vec2::splat(self.body * 0.78));
                    items.extend(mark_shapes(place, tone, colour, theme.surface).into_iter().map(Item::Shape));
                }
            }
            items.push(text.at(Pos2::new(indent, top)));
            top += text.size.y + self.body * 0.35;
        }
        Placed { items, height: (top - self.body * 0.35).max(0.0) }
    }

    fn quote(&mut self, text: &str, by: &str, width: f32) -> Placed {
        let theme = self.theme;
        let indent = self.body * 0.9;
        let words = self.strong(text, theme.ink, width - indent);
        let mut items = vec![words.at(Pos2::new(indent, 0.0))];
        let mut height = words.size.y;
        if !by.is_empty() {
            let by = self.text(&format!("– {by}"), theme.ink_soft, width - indent);
            height += self.body * 0.25;
            items.push(by.at(Pos2::new(indent, height)));
            height += by.size.y;
        }
        let bar = Rect::from_min_size(Pos2::ZERO, Vec2::new(self.body * 0.18, height));
        items.insert(0, Item::Shape(Shape::rect_filled(bar, 0.0, theme.accent)));
        Placed { items, height }
    }

    fn columns(&mut self, columns: &[Vec<Node>], width: f32, height: f32) -> Placed {
        let between = self.body * 1.4;
        let count = columns.len().max(1) as f32;
        let each = (width - between * (count - 1.0)) / count;
        let mut items = Vec::new();
        let mut highest: f32 = 0.0;
        let mut left = 0.0;
        for column in columns {
            let placed = self.stack(column, each, height);
            items.extend(placed.items.into_iter().map(|item| item.moved(Vec2::new(left, 0.0))));
            highest = highest.max(placed.height);
            left += each + between;
        }
        Placed { items, height: highest }
    }

    fn callout(&mut self, kind: CalloutKind, label: &str, text: &str, width: f32) -> Placed {
        let theme = self.theme;
        let tone = match kind {
            CalloutKind::Remember => Tone::Accent,
            CalloutKind::Tip => Tone::Good,
            CalloutKind::Warning => Tone::Caution,
        };
        let colour = tone.colour(theme);
        let pad = self.body * 0.5;
        let inner = width - pad * 3.0;
        let label = self.strong(label, colour, inner);
        let text = self.strong(text, theme.ink, inner);
        let height = pad * 2.0 + label.size.y + text.size.y;
        let whole = Rect::from_min_size(Pos2::ZERO, Vec2::new(width, height));
        let left = pad * 2.0;
        let items = vec![
            Item::Shape(Shape::rect_filled(whole, 4.0, theme.surface.lerp_to_gamma(colour, 0.1))),
            Item::Shape(Shape::rect_filled(whole.with_max_x(self.body * 0.22), 0.0, colour)),
            label.at(Pos2::new(left, pad)),
            text.at(Pos2::new(left, pad + label.size.y)),
        ];
        Placed { items, height }
    }

    fn marked(&mut self, is_good: bool, heading: &str, texts: &[String], width: f32) -> Placed {
        let colour = if is_good { self.theme.good } else { self.theme.bad };
        let heading = self.strong(heading, colour, width);
        let list = self.list(texts, Lead::Mark(is_good), width);
        let top = heading.size.y + self.gap() * 0.5;
        let mut items = vec![heading.at(Pos2::ZERO)];
        items.extend(list.items.into_iter().map(|item| item.moved(Vec2::new(0.0, top))));
        Placed { items, height: top + list.height }
    }

    fn choice(&mut self, line: &OptionLine, width: f32) -> Placed {
        let theme = self.theme;
        let side = self.body * 1.3;
        let mut left = 0.0;
        let mut items = Vec::new();
        if let Some(place) = line.place {
            let number = self.strong(&format!("{place}."), theme.accent, self.body * 1.6);
            items.push(number.at(Pos2::new(0.0, 0.0)));
            left += self.body * 1.5;
        }
        self.badge(&mut items, line.index, Rect::from_min_size(Pos2::new(left, 0.0), Vec2::splat(side)));
        left += side + self.body * 0.55;
        let word = line.right.as_ref().map(|word| {
            let colour = if line.is_right == Some(true) { theme.good } else { theme.bad };
            (self.strong(word, colour, width), colour)
        });
        let word_width = word.as_ref().map_or(0.0, |(word, _)| word.size.x + self.body * 1.7);
        let text = if line.counts.is_empty() && line.right.is_some() {
            self.strong(&line.text, theme.ink, width - left - word_width)
        } else {
            self.text(&line.text, theme.ink, width - left - word_width)
        };
        items.push(text.at(Pos2::new(left, 0.0)));
        if let Some((word, colour)) = word {
            let at = Pos2::new(width - word.size.x, 0.0);
            let centre = Pos2::new(at.x - self.body * 0.7, self.body * 0.64);
            let place = Rect::from_center_size(centre, Vec2::splat(self.body * 0.9));
            let tone = if line.is_right == Some(true) { Tone::Good } else { Tone::Bad };
            items.extend(mark_shapes(place, tone, colour, theme.surface).into_iter().map(Item::Shape));
            items.push(word.at(at));
        }
        let mut height = text.size.y.max(side);
        // Rounds stand side by side, so that two votes are compared at a glance.
        let between = self.body;
        let rounds = line.counts.len().max(1) as f32;
        let each = (width - left - between * (rounds - 1.0)) / rounds;
        for (round, count) in line.counts.iter().enumerate() {
            let from = left + round as f32 * (each + between);
            self.bar(&mut items, line.index, count, egui::Rangef::new(from, from + each), height);
        }
        if !line.counts.is_empty() {
            height += self.line();
        }
        Placed { items, height }
    }

    /// Height of a line of body text.
    fn line(&self) -> f32 {
        self.body * 1.28
    }

    /// One bar below an option: label, bar, number.
    fn bar(&mut self, items: &mut Vec<Item>, index: usize, count: &super::Count, place: egui::Rangef, top: f32) {
        let theme = self.theme;
        let mut left = place.min;
        if !count.label.is_empty() {
            let label = self.text(&count.label, theme.ink_soft, place.span());
            items.push(label.at(Pos2::new(left, top)));
            left += label.size.x + self.body * 0.5;
        }
        let number = self.strong(&count.count.to_string(), theme.ink, place.span());
        items.push(number.at(Pos2::new(place.max - number.size.x, top)));
        let track = Rect::from_min_max(
            Pos2::new(left, top + self.line() * 0.28),
            Pos2::new(place.max - self.body * 1.6, top + self.line() * 0.8),
        );
        items.push(Item::Shape(Shape::rect_filled(track, 2.0, theme.sunken)));
        if count.count > 0 && count.total > 0 {
            let share = (count.count as f32 / count.total as f32).min(1.0);
            let filled = track.with_max_x(track.left() + track.width() * share);
            items.push(Item::Shape(Shape::rect_filled(filled, 2.0, theme.option(index))));
        }
    }

    fn badge(&mut self, items: &mut Vec<Item>, index: usize, place: Rect) {
        let fill = self.theme.option(index);
        items.push(Item::Shape(option_shape(place, index, fill, Stroke::NONE)));
        let ink = self.theme.on(fill);
        let letter =
            self.measure(&option_letter(index).to_string(), bold(place.height() * 0.56), 1.2, ink, place.width());
        let down = if index % 6 == 2 { place.height() * 0.12 } else { 0.0 };
        items.push(letter.at(place.center() - letter.size / 2.0 + Vec2::new(0.0, down)));
    }

    fn consequences(&mut self, rows: &[(String, String)], width: f32) -> Placed {
        let theme = self.theme;
        let pad = self.body * 0.35;
        let widest = rows.iter().map(|(who, _)| self.strong(who, theme.accent, width).size.x).fold(0.0, f32::max);
        let left = widest + self.body * 1.2;
        let mut items = Vec::new();
        let mut top = 0.0;
        for (who, what) in rows {
            items.push(Item::Shape(Shape::hline(0.0..=width, top, theme.line())));
            top += pad;
            let who = self.strong(who, theme.accent, widest + 1.0);
            let what = self.text(what, theme.ink, width - left);
            items.push(who.at(Pos2::new(0.0, top)));
            items.push(what.at(Pos2::new(left, top)));
            top += what.size.y.max(who.size.y) + pad;
        }
        Placed { items, height: top }
    }
}
