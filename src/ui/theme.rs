//! Colours, sizes and text styles; the only place where colours are made.

use serde::{Deserialize, Serialize};

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Colours, sizes and text styles.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Behind everything.
    pub background: egui::Color32,
    /// Cards and panels.
    pub surface: egui::Color32,
    /// Lines between things, outlines of fields.
    pub outline: egui::Color32,
    /// Text.
    pub ink: egui::Color32,
    /// Secondary text; still at least 4.5:1 on `surface`.
    pub ink_soft: egui::Color32,
    /// The profile's accent, made to contrast with `surface`.
    pub accent: egui::Color32,
    /// Text on `accent`.
    pub on_accent: egui::Color32,
    /// Something is right.
    pub good: egui::Color32,
    /// Something needs care.
    pub caution: egui::Color32,
    /// Something is wrong.
    pub bad: egui::Color32,
    /// Option colours A–F, safe for colour-blind eyes; never without letter and shape.
    pub options: [egui::Color32; 6],
    /// The grid: 8 points.
    pub grid: f32,
    /// Whether the background is dark.
    pub is_dark: bool,
}
