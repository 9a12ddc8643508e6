//! The digest by which a closed journal vouches for its feedback forms.

use ring::digest;

use crate::session::FeedbackForm;

/// SHA-256 over the forms in the order of their random keys, lower-case hexadecimal.
pub fn feedback_digest<'a>(forms: impl Iterator<Item = &'a FeedbackForm>) -> String {
    let mut forms: Vec<&FeedbackForm> = forms.collect();
    forms.sort_by(|one, two| one.key.cmp(&two.key));
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(b"perehdytin feedback v1\n");
    for form in forms {
        // Maps are ordered and keys are strings, so a form has one writing only, and it cannot fail.
        context.update(&serde_json::to_vec(form).unwrap_or_default());
        context.update(b"\n");
    }
    hex(context.finish().as_ref())
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
        text
    })
}
