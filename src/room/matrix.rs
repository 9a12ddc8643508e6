//! QR codes as modules to be painted: the address of the room, and its Wi-Fi.

use qrcode::Color;
use qrcode::EcLevel;
use qrcode::QrCode;

/// The modules of a QR code, without its quiet zone (four modules of light on every side).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    width: usize,
    dark: Vec<bool>,
}

impl Matrix {
    /// The code of `text`; `None` when it is longer than a code can hold.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { width: code.width(), dark })
    }

    /// The code with which a phone joins a Wi-Fi; an empty password means an open network.
    pub fn of_wifi(name: &str, password: &str) -> Option<Self> {
        Self::of(&wifi_text(name, password))
    }

    /// Modules on each side.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether the module in this column and row is dark; outside nothing is.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.width && self.dark.get(row * self.width + column).copied().unwrap_or(false)
    }
}

/// What a Wi-Fi's code says.
pub fn wifi_text(name: &str, password: &str) -> String {
    if password.is_empty() {
        format!("WIFI:T:nopass;S:{};;", escaped(name))
    } else {
        format!("WIFI:T:WPA;S:{};P:{};;", escaped(name), escaped(password))
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | ';' | ',' | ':' | '"') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wifi_with_odd_signs_in_its_name_is_escaped() {
        assert_eq!(wifi_text("Kerho;talo", r#"a:b"c\d"#), r#"WIFI:T:WPA;S:Kerho\;talo;P:a\:b\"c\\d;;"#);
        assert_eq!(wifi_text("Avoin", ""), "WIFI:T:nopass;S:Avoin;;");
    }

    #[test]
    fn a_code_is_square_with_finders_in_three_corners() {
        let matrix = Matrix::of("http://192.168.1.5:40123/#0123456789abcdef0123456789abcdef").unwrap();
        let last = matrix.width() - 1;
        assert_eq!(matrix.width() % 4, 1);
        for (column, row) in [(0, 0), (last, 0), (0, last), (3, 3)] {
            assert!(matrix.is_dark(column, row));
        }
        assert!(!matrix.is_dark(1, 1));
        assert!(!matrix.is_dark(matrix.width(), 0));
        assert_eq!(Matrix::of(&"x".repeat(4000)), None);
    }
}
