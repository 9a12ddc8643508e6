//! Colours, sizes and text styles; the only place where colours are made.

use egui::Color32;
use egui::CornerRadius;
use egui::FontFamily;
use egui::FontId;
use egui::Stroke;
use egui::TextStyle;
use egui::Vec2;
use serde::{Deserialize, Serialize};

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// As the desktop is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Highest contrast.
    HighContrast,
}

impl Look {
    /// Every look, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// The look after this one.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::HighContrast,
            Self::HighContrast => Self::System,
        }
    }
}

/// The accent while no profile gives one: the red, green and blue of a deep sea green.
pub const DEFAULT_ACCENT: [u8; 3] = [0, 92, 92];

/// Colours, sizes and text styles.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub background: Color32,
    /// Cards and panels.
    pub surface: Color32,
    /// Parts of a card that stand back: table headers, wells, empty bars.
    pub sunken: Color32,
    /// Lines between things.
    pub outline: Color32,
    /// Outlines of what can be operated; at least 3:1 on `surface`.
    pub outline_strong: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text; still at least 4.5:1 on `surface`.
    pub ink_soft: Color32,
    /// The profile's accent, made to contrast with `surface`.
    pub accent: Color32,
    /// Behind what is chosen: a breath of the accent on `surface`.
    pub accent_soft: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// Something is right.
    pub good: Color32,
    /// Something needs care.
    pub caution: Color32,
    /// Something is wrong.
    pub bad: Color32,
    /// Option colours A–F, safe for colour-blind eyes; never without letter and shape.
    pub options: [Color32; 6],
    /// What dims the window behind a dialog.
    pub veil: Color32,
    /// The grid: 8 points.
    pub grid: f32,
    /// Whether the background is dark.
    pub is_dark: bool,
    /// Whether outlines are heavy and soft tones are left out.
    pub is_high_contrast: bool,
}

/// Sizes of text in points.
pub mod size {
    /// Hints and captions.
    pub const SMALL: f32 = 14.0;
    /// Text, buttons, fields.
    pub const BODY: f32 = 16.0;
    /// A heading inside a card.
    pub const SUBHEADING: f32 = 19.0;
    /// The heading of a part of the screen.
    pub const HEADING: f32 = 24.0;
    /// The name of a screen.
    pub const TITLE: f32 = 32.0;
    /// Numbers that are read across the room, such as the break's countdown on the console.
    pub const DISPLAY: f32 = 48.0;
    /// The least height of anything that is clicked.
    pub const CONTROL: f32 = 40.0;
}

/// The family of the bold cut.
pub fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The regular cut at `points`.
pub fn regular(points: f32) -> FontId {
    FontId::new(points, FontFamily::Proportional)
}

/// The bold cut at `points`.
pub fn bold(points: f32) -> FontId {
    FontId::new(points, bold_family())
}

#[expect(clippy::disallowed_methods, reason = "colours are made here and nowhere else")]
const fn rgb(red: u8, green: u8, blue: u8) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// Darkened Okabe–Ito: blue, vermilion, bluish green, purple, ochre, slate.
const OPTIONS_ON_LIGHT: [Color32; 6] = [
    rgb(0x00, 0x67, 0xA3),
    rgb(0xB8, 0x43, 0x00),
    rgb(0x00, 0x7A, 0x5A),
    rgb(0x9A, 0x40, 0x78),
    rgb(0x7A, 0x5C, 0x00),
    rgb(0x46, 0x50, 0x5C),
];
/// Okabe–Ito for dark grounds: sky blue, orange, bluish green, pink, yellow, pale grey.
const OPTIONS_ON_DARK: [Color32; 6] = [
    rgb(0x6C, 0xC0, 0xF0),
    rgb(0xF0, 0xA0, 0x30),
    rgb(0x35, 0xC9, 0x9B),
    rgb(0xE7, 0x9C, 0xC8),
    rgb(0xF0, 0xE4, 0x42),
    rgb(0xC6, 0xCE, 0xD8),
];

impl Theme {
    /// The theme for `look`; `system_is_dark` counts only for [`Look::System`].
    ///
    /// The accent is moved towards black or white until text in it is readable on the surface.
    pub fn new(look: Look, system_is_dark: bool, accent: [u8; 3]) -> Self {
        let mut theme = match look {
            Look::HighContrast => Self::high_contrast(),
            Look::Dark => Self::dark(),
            Look::System if system_is_dark => Self::dark(),
            Look::System | Look::Light => Self::light(),
        };
        let needed = if theme.is_high_contrast { 7.0 } else { 4.5 };
        let [red, green, blue] = accent;
        theme.accent = readable(rgb(red, green, blue), theme.surface, theme.ink, needed);
        theme.on_accent = on(theme.accent);
        theme.accent_soft = theme.surface.lerp_to_gamma(theme.accent, if theme.is_high_contrast { 0.25 } else { 0.12 });
        theme
    }

    fn light() -> Self {
        Self {
            background: rgb(0xF2, 0xF4, 0xF5),
            surface: rgb(0xFF, 0xFF, 0xFF),
            sunken: rgb(0xE9, 0xEC, 0xEE),
            outline: rgb(0xD3, 0xD9, 0xDD),
            outline_strong: rgb(0x7C, 0x87, 0x90),
            ink: rgb(0x15, 0x1C, 0x21),
            ink_soft: rgb(0x4D, 0x59, 0x62),
            accent: rgb(0x00, 0x5C, 0x5C),
            accent_soft: rgb(0xE0, 0xEB, 0xEB),
            on_accent: Color32::WHITE,
            good: rgb(0x1B, 0x6E, 0x3C),
            caution: rgb(0x8A, 0x53, 0x00),
            bad: rgb(0xB1, 0x2A, 0x1E),
            options: OPTIONS_ON_LIGHT,
            veil: Color32::from_black_alpha(110),
            grid: 8.0,
            is_dark: false,
            is_high_contrast: false,
        }
    }

    fn dark() -> Self {
        Self {
            background: rgb(0x12, 0x17, 0x1B),
            surface: rgb(0x1B, 0x22, 0x27),
            sunken: rgb(0x27, 0x30, 0x37),
            outline: rgb(0x36, 0x42, 0x4A),
            outline_strong: rgb(0x7F, 0x8D, 0x97),
            ink: rgb(0xEE, 0xF2, 0xF4),
            ink_soft: rgb(0xAD, 0xBA, 0xC3),
            accent: rgb(0x4F, 0xC0, 0xBC),
            accent_soft: rgb(0x22, 0x3A, 0x3B),
            on_accent: Color32::BLACK,
            good: rgb(0x6F, 0xD0, 0x8C),
            caution: rgb(0xF0, 0xB4, 0x5A),
            bad: rgb(0xFF, 0x8A, 0x7A),
            options: OPTIONS_ON_DARK,
            veil: Color32::from_black_alpha(160),
            grid: 8.0,
            is_dark: true,
            is_high_contrast: false,
        }
    }

    fn high_contrast() -> Self {
        Self {
            background: Color32::BLACK,
            surface: Color32::BLACK,
            sunken: rgb(0x1E, 0x1E, 0x1E),
            outline: Color32::WHITE,
            outline_strong: Color32::WHITE,
            ink: Color32::WHITE,
            ink_soft: Color32::WHITE,
            good: rgb(0x7C, 0xF2, 0x9C),
            caution: rgb(0xFF, 0xD2, 0x4A),
            bad: rgb(0xFF, 0x9C, 0x8F),
            veil: Color32::from_black_alpha(200),
            is_high_contrast: true,
            ..Self::dark()
        }
    }

    /// The colour of the option at `index` (A is 0); more than six options repeat.
    pub fn option(&self, index: usize) -> Color32 {
        self.options[index % self.options.len()]
    }

    /// Black or white, whichever is read better on `fill`.
    pub fn on(&self, fill: Color32) -> Color32 {
        on(fill)
    }

    /// The line around what has the keyboard.
    pub fn focus_stroke(&self) -> Stroke {
        Stroke::new(if self.is_high_contrast { 3.0 } else { 2.0 }, self.accent)
    }

    /// The line around cards and tables.
    pub fn line(&self) -> Stroke {
        Stroke::new(1.0, self.outline)
    }

    /// Corners of controls and cards.
    pub fn corner(&self) -> CornerRadius {
        CornerRadius::same(4)
    }

    /// Puts the theme on the context; called when it changes, not in every frame.
    pub fn apply(&self, context: &egui::Context) {
        let style = std::sync::Arc::new(self.style());
        context.set_theme(if self.is_dark { egui::Theme::Dark } else { egui::Theme::Light });
        context.set_style_of(egui::Theme::Dark, std::sync::Arc::clone(&style));
        context.set_style_of(egui::Theme::Light, style);
    }

    /// The theme as egui's own style, for the widgets that are egui's.
    pub fn style(&self) -> egui::Style {
        let mut style = egui::Style {
            text_styles: [
                (TextStyle::Small, regular(size::SMALL)),
                (TextStyle::Body, regular(size::BODY)),
                (TextStyle::Button, regular(size::BODY)),
                (TextStyle::Monospace, FontId::new(size::BODY, FontFamily::Monospace)),
                (TextStyle::Heading, bold(size::HEADING)),
            ]
            .into(),
            // A change is shown at once: animations would repaint without saying anything.
            animation_time: 0.0,
            visuals: self.visuals(),
            ..egui::Style::default()
        };
        style.spacing.item_spacing = Vec2::splat(self.grid);
        style.spacing.button_padding = Vec2::new(self.grid * 2.0, self.grid);
        style.spacing.interact_size = Vec2::new(size::CONTROL, size::CONTROL);
        style.spacing.window_margin = egui::Margin::same(24);
        style.spacing.menu_margin = egui::Margin::same(8);
        style.spacing.icon_width = 22.0;
        style.spacing.icon_width_inner = 12.0;
        style.spacing.icon_spacing = self.grid;
        style.spacing.combo_height = 320.0;
        style.spacing.text_edit_width = 320.0;
        style.spacing.scroll = egui::style::ScrollStyle::solid();
        style.spacing.scroll.bar_width = 10.0;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.3;
        style.url_in_tooltip = true;
        style
    }

    fn visuals(&self) -> egui::Visuals {
        let mut visuals = if self.is_dark { egui::Visuals::dark() } else { egui::Visuals::light() };
        let states = |fill: Color32, line: Stroke, ink: Color32| egui::style::WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: line,
            corner_radius: self.corner(),
            fg_stroke: Stroke::new(1.5, ink),
            expansion: 0.0,
        };
        let strong = Stroke::new(1.0, self.outline_strong);
        let accent = Stroke::new(2.0, self.accent);
        visuals.widgets.noninteractive = states(self.surface, self.line(), self.ink);
        visuals.widgets.inactive = states(self.surface, strong, self.ink);
        // Thin and grey: only what has the keyboard has a line in the accent's colour.
        visuals.widgets.hovered = states(self.sunken, Stroke::new(1.0, self.ink_soft), self.ink);
        visuals.widgets.active = states(self.accent_soft, accent, self.ink);
        visuals.widgets.open = states(self.sunken, strong, self.ink);
        // Of the fills, these are those of scroll bars: what can be dragged stands out from where it is dragged.
        visuals.widgets.inactive.bg_fill = self.outline_strong;
        visuals.widgets.hovered.bg_fill = self.ink_soft;
        visuals.widgets.active.bg_fill = self.accent;
        visuals.selection.bg_fill = self.surface.lerp_to_gamma(self.accent, 0.35);
        visuals.selection.stroke = self.focus_stroke();
        visuals.weak_text_color = Some(self.ink_soft);
        visuals.hyperlink_color = self.accent;
        visuals.faint_bg_color = self.surface.lerp_to_gamma(self.sunken, 0.5);
        visuals.extreme_bg_color = self.surface;
        visuals.text_edit_bg_color = Some(self.surface);
        visuals.code_bg_color = self.sunken;
        visuals.warn_fg_color = self.caution;
        visuals.error_fg_color = self.bad;
        visuals.window_fill = self.surface;
        visuals.window_stroke = Stroke::new(1.0, self.outline_strong);
        visuals.window_corner_radius = CornerRadius::same(8);
        visuals.window_shadow =
            egui::Shadow { offset: [0, 4], blur: 24, spread: 0, color: Color32::from_black_alpha(60) };
        visuals.popup_shadow =
            egui::Shadow { offset: [0, 2], blur: 8, spread: 0, color: Color32::from_black_alpha(50) };
        visuals.menu_corner_radius = self.corner();
        // Whole pixels: a quarter of the glyphs to keep, and sharper on the projectors of meeting rooms.
        visuals.text_options.subpixel_binning = false;
        visuals.panel_fill = self.background;
        visuals.text_cursor.blink = false;
        visuals.text_cursor.stroke = Stroke::new(2.0, self.accent);
        visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
        visuals
    }
}

/// Contrast of two opaque colours by WCAG 2: from 1 (equal) to 21 (black on white).
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let [red, green, blue, _] = egui::Rgba::from(colour).to_array();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Black or white, whichever is read better on `fill`.
fn on(fill: Color32) -> Color32 {
    if contrast(fill, Color32::WHITE) >= contrast(fill, Color32::BLACK) { Color32::WHITE } else { Color32::BLACK }
}

/// `colour`, moved towards `ink` in small steps until it contrasts with `ground`.
fn readable(colour: Color32, ground: Color32, ink: Color32, needed: f32) -> Color32 {
    (0..=20u8)
        .map(|step| colour.lerp_to_gamma(ink, f32::from(step) / 20.0))
        .find(|candidate| contrast(*candidate, ground) >= needed)
        .unwrap_or(ink)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> impl Iterator<Item = Theme> {
        let accents = [DEFAULT_ACCENT, [0, 0, 0], [255, 255, 255], [255, 230, 0], [0, 105, 92], [200, 20, 20]];
        accents.into_iter().flat_map(|accent| {
            [Look::Light, Look::Dark, Look::HighContrast].map(|look| Theme::new(look, false, accent))
        })
    }

    #[test]
    fn text_is_readable_in_every_look_whatever_the_accent() {
        for theme in themes() {
            for ground in [theme.background, theme.surface] {
                assert!(contrast(theme.ink, ground) >= 7.0, "{theme:?}");
                for ink in [theme.ink_soft, theme.good, theme.caution, theme.bad] {
                    assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}");
                }
            }
            assert!(contrast(theme.accent, theme.surface) >= 4.5, "{theme:?}");
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5, "{theme:?}");
            assert!(contrast(theme.ink, theme.accent_soft) >= 7.0, "{theme:?}");
            assert!(contrast(theme.ink_soft, theme.sunken) >= 4.5, "{theme:?}");
            assert!(contrast(theme.outline_strong, theme.surface) >= 3.0, "{theme:?}");
        }
    }

    #[test]
    fn what_the_pointer_is_over_does_not_look_as_if_it_had_the_keyboard() {
        for theme in themes() {
            let visuals = theme.visuals();
            let (hovered, focused) = (visuals.widgets.hovered.bg_stroke, visuals.selection.stroke);
            assert!(hovered.width < focused.width, "{theme:?}");
            assert_eq!(hovered.color, theme.ink_soft);
            assert_eq!(focused.color, theme.accent);
        }
    }

    #[test]
    fn the_handle_of_a_scroll_bar_is_seen_without_the_pointer_on_it() {
        for theme in themes() {
            let visuals = theme.visuals();
            for widget in [visuals.widgets.inactive, visuals.widgets.hovered] {
                assert!(contrast(widget.bg_fill, visuals.extreme_bg_color) >= 3.0, "{theme:?}");
            }
        }
    }

    #[test]
    fn option_colours_stand_out_and_carry_a_readable_letter() {
        for theme in themes() {
            for option in theme.options {
                assert!(contrast(option, theme.surface) >= 3.0, "{option:?} on {:?}", theme.surface);
                assert!(contrast(theme.on(option), option) >= 4.5, "letter on {option:?}");
            }
        }
    }
}
