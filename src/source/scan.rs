//! The words of RON: blank space, comments, names, numbers and strings.
//!
//! The scanner only ever moves forward over what it reads, so that no file takes more than linear time.

use crate::i18n::messages::check as say;

use super::file::quoted;
use super::parse::Mistake;
use super::parse::Stop;
use super::tree::Name;
use super::tree::Span;
use super::tree::Value;

pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    /// The next byte.
    pub(super) at: usize,
    /// Whether reading is over because what follows would not mean anything.
    pub(super) is_over: bool,
    last_string: Option<Span>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, is_over: false, last_string: None }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    pub(super) fn eat(&mut self, c: char) -> bool {
        let is_next = self.peek() == Some(c);
        if is_next {
            self.bump();
        }
        is_next
    }

    /// The next character's place.
    pub(super) fn char_span(&self) -> Span {
        Span::new(self.at, self.at + self.peek().map_or(0, char::len_utf8))
    }

    /// The string that ended just before here, with at most blanks on the same line between.
    pub(super) fn string_just_read(&self) -> Option<Span> {
        self.last_string.filter(|span| {
            let between = &self.text[span.end..self.at];
            !between.contains('\n') && between.trim().is_empty() && self.peek().is_some_and(|c| c != '"')
        })
    }

    pub(super) fn unexpected(&self) -> Stop {
        let span = self.char_span();
        let mistake = match self.peek() {
            None => Mistake::new(span, say::unexpected_end()),
            Some('\'') => Mistake::new(span, say::single_quote()).hint(say::single_quote_hint()),
            Some(c @ ('”' | '“' | '„' | '’')) => {
                Mistake::new(span, say::unexpected(c.to_string())).hint(say::single_quote_hint())
            }
            Some(c) => Mistake::new(span, say::unexpected(quoted(&c.to_string()))),
        };
        Stop::Skip(mistake)
    }

    /// Passes blank space and comments.
    pub(super) fn space(&mut self) -> Result<(), Stop> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(is_blank).len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Result<(), Stop> {
        let start = self.at;
        let mut level = 0_usize;
        loop {
            let rest = self.rest();
            let Some(next) = rest.find(['/', '*']) else {
                self.is_over = true;
                return Err(Stop::End(Mistake::new(Span::new(start, start + 2), say::unclosed_comment())));
            };
            self.at += next;
            if rest[next..].starts_with("/*") {
                level += 1;
                self.at += 2;
            } else if rest[next..].starts_with("*/") {
                level -= 1;
                self.at += 2;
                if level == 0 {
                    return Ok(());
                }
            } else {
                self.at += 1;
            }
        }
    }

    pub(super) fn name(&mut self) -> Result<Name, Stop> {
        let start = self.at;
        let rest = self.rest();
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return Err(self.unexpected());
        }
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
        self.at += length;
        let span = Span::new(start, self.at);
        if self.peek().is_some_and(|c| !c.is_ascii() && !is_blank(c) || matches!(c, '.' | '+' | '-' | '\'' | '"' | '#'))
        {
            let whole = rest.find(|c: char| is_blank(c) || ",:()[]{}".contains(c)).unwrap_or(rest.len());
            let mistake = Mistake::new(Span::new(start, start + whole), say::bad_name(quoted(&rest[..whole])));
            return Err(Stop::Skip(mistake.hint(say::bad_name_hint())));
        }
        Ok(Name { span, text: rest[..length].to_owned() })
    }

    /// A name where only a field's name may stand.
    pub(super) fn field_name(&mut self) -> Result<Name, Stop> {
        match self.peek() {
            Some('"') => {
                let span = self.char_span();
                Err(Stop::Skip(Mistake::new(span, say::quoted_field()).hint(say::quoted_field_hint())))
            }
            Some(c) if c.is_ascii_alphabetic() || c == '_' => self.name(),
            _ => Err(self.unexpected()),
        }
    }

    pub(super) fn number(&mut self) -> Result<Value, Stop> {
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "_.+-".contains(c))).unwrap_or(rest.len());
        self.at += length;
        let word = &rest[..length];
        number(word).ok_or_else(|| {
            let span = Span::new(start, start + length);
            Stop::Skip(Mistake::new(span, say::bad_number(quoted(word))))
        })
    }

    /// Whether a raw string stands ahead.
    pub(super) fn is_raw_string(&self) -> bool {
        let rest = self.rest();
        rest.starts_with("r\"") || rest.starts_with("r#")
    }

    pub(super) fn raw_string(&mut self) -> Result<String, Stop> {
        let start = self.at;
        let rest = &self.rest()[1..];
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let Some(content) = rest[hashes..].strip_prefix('"') else {
            return Err(Stop::Skip(Mistake::new(Span::new(start, start + 1 + hashes), say::bad_raw_string())));
        };
        let ending = format!("\"{}", "#".repeat(hashes));
        let Some(length) = content.find(&ending) else {
            return Err(unclosed_string(start, self.text));
        };
        self.at += 1 + hashes + 1 + length + ending.len();
        self.last_string = Some(Span::new(start, self.at));
        Ok(content[..length].to_owned())
    }

    pub(super) fn string(&mut self) -> Result<String, Stop> {
        let start = self.at;
        self.at += 1;
        let mut content = String::new();
        let mut broken = None;
        loop {
            let rest = self.rest();
            let Some(next) = rest.find(['"', '\\']) else {
                return Err(unclosed_string(start, self.text));
            };
            content.push_str(&rest[..next]);
            self.at += next;
            if self.eat('"') {
                self.last_string = Some(Span::new(start, self.at));
                return broken.map_or(Ok(content), |mistake| Err(Stop::Skip(mistake)));
            }
            let escape = self.at;
            if self.line_is_continued() {
                continue;
            }
            if let Some(c) = self.escape() {
                content.push(c);
            } else {
                let span = Span::new(escape, self.at.max(escape + 1));
                let mistake = Mistake::new(span, say::bad_escape(quoted(&self.text[span.start..span.end])));
                broken = broken.or(Some(mistake.hint(say::bad_escape_hint())));
            }
        }
    }

    /// Passes a backslash at the end of a line and the blanks that begin the next, if they stand ahead.
    fn line_is_continued(&mut self) -> bool {
        let rest = self.rest();
        let is_continued = rest.starts_with("\\\n") || rest.starts_with("\\\r\n");
        if is_continued {
            let after = &rest[1..];
            self.at += 1 + after.len() - after.trim_start_matches([' ', '\t', '\n', '\r']).len();
        }
        is_continued
    }

    /// What the backslash ahead and what follows it mean; `None` when they mean nothing.
    fn escape(&mut self) -> Option<char> {
        self.at += 1;
        let c = self.peek()?;
        self.bump();
        Some(match c {
            '\'' | '"' | '\\' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            'x' => {
                let code = u8::from_str_radix(hex(self.rest(), 2)?, 16).ok().filter(u8::is_ascii)?;
                self.at += 2;
                char::from(code)
            }
            'u' => {
                let inner = self.rest().strip_prefix('{')?;
                let length = inner.find(|c: char| !c.is_ascii_hexdigit()).filter(|length| (1..=6).contains(length))?;
                let code = u32::from_str_radix(&inner[..length], 16).ok()?;
                inner[length..].strip_prefix('}')?;
                self.at += length + 2;
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    /// Moves to the comma or bracket that ends the element in which a mistake was found.
    pub(super) fn skip_element(&mut self) -> Result<(), Stop> {
        let mut level = 0_usize;
        loop {
            self.space()?;
            match self.peek() {
                None => return Ok(()),
                Some(',' | ')' | ']' | '}') if level == 0 => return Ok(()),
                Some('(' | '[' | '{') => {
                    level += 1;
                    self.bump();
                }
                Some(')' | ']' | '}') => {
                    level -= 1;
                    self.bump();
                }
                Some('"') => match self.string() {
                    Err(stop @ Stop::End(_)) => return Err(stop),
                    Ok(_) | Err(Stop::Skip(_)) => {}
                },
                Some('r') if self.is_raw_string() => match self.raw_string() {
                    Err(stop @ Stop::End(_)) => return Err(stop),
                    Ok(_) => {}
                    Err(Stop::Skip(_)) => self.bump(),
                },
                Some(c) if c.is_ascii_alphanumeric() || c == '_' => {
                    let rest = self.rest();
                    self.at += rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
                }
                Some(_) => self.bump(),
            }
        }
    }
}

fn unclosed_string(start: usize, text: &str) -> Stop {
    let end = text[start..].find('\n').map_or(text.len(), |end| start + end);
    Stop::End(Mistake::new(Span::new(start, end), say::unclosed_string()).hint(say::quote_hint()))
}

fn hex(text: &str, length: usize) -> Option<&str> {
    text.get(..length).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn number(word: &str) -> Option<Value> {
    let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
    let first = unsigned.chars().next()?;
    if !first.is_ascii_digit() {
        return None;
    }
    if unsigned.chars().all(|c| c.is_ascii_digit() || c == '_') {
        return word.replace('_', "").parse().ok().map(Value::Integer);
    }
    let (whole, decimals) = unsigned.split_once('.')?;
    let is_plain = [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    is_plain.then(|| word.parse().ok().map(Value::Decimal))?
}

fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}
