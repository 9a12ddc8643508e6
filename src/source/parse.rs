//! RON read into a [`Node`] tree.
//!
//! A subset of what the `ron` crate reads: no extensions, no characters, no byte strings, no `Some` and
//! `None`, ASCII names only. Whatever is read here, `ron` reads to the same values.

use std::sync::Arc;

use crate::i18n::Message;
use crate::i18n::messages::check as say;

use super::diagnostic::Finding;
use super::diagnostic::Findings;
use super::diagnostic::Spot;
use super::file::SourceFile;
use super::file::quoted;
use super::scan::Scanner;
use super::tree::Field;
use super::tree::Name;
use super::tree::Node;
use super::tree::Span;
use super::tree::Value;

/// How deep values may nest.
pub const MAX_DEPTH: usize = 128;

/// How many mistakes of form are told of one file: after the first few they follow from each other.
const MAX_MISTAKES: usize = 10;

/// Reads `file`; mistakes of form go to `findings`, and then there is no tree.
pub fn parse(file: &Arc<SourceFile>, findings: &mut Findings) -> Option<Node> {
    let mut parser = Parser { scanner: Scanner::new(&file.text), mistakes: Vec::new() };
    let node = parser.document();
    let mistakes = parser.mistakes;
    for Mistake { code, span, message, hint } in &mistakes {
        let finding = Finding::error(code, Spot::new(file, *span), message.clone());
        findings.push(finding.maybe_hint(hint.clone()));
    }
    node.ok().filter(|_| mistakes.is_empty())
}

/// A mistake of form.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    pub(super) code: &'static str,
    pub(super) span: Span,
    pub(super) message: Message,
    pub(super) hint: Option<Message>,
}

impl Mistake {
    pub(super) fn new(span: Span, message: Message) -> Self {
        Self { code: "syntax", span, message, hint: None }
    }

    pub(super) fn hint(self, hint: Message) -> Self {
        Self { hint: Some(hint), ..self }
    }
}

/// Why a value could not be read.
pub(super) enum Stop {
    /// The next element may still be read.
    Skip(Mistake),
    /// What follows would not mean anything.
    End(Mistake),
}

/// The mistake is already noted; nothing more can be read.
struct Given;

struct Parser<'a> {
    scanner: Scanner<'a>,
    mistakes: Vec<Mistake>,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<Node, Given> {
        let result = self.only_value();
        // A first value that is nothing we know means that the file is something else altogether.
        if let [mistake] = self.mistakes.as_mut_slice()
            && mistake.code == "syntax"
            && self.scanner.text[..mistake.span.start].trim().is_empty()
            && !self.scanner.text[mistake.span.start..].starts_with(['(', '[', '{', '"', '/'])
        {
            *mistake = not_ron(mistake.span);
        }
        result
    }

    /// The one value that a file is.
    fn only_value(&mut self) -> Result<Node, Given> {
        self.space()?;
        let first = self.scanner.at;
        if self.scanner.peek().is_none() {
            let mistake = Mistake { code: "not-ron", ..Mistake::new(Span::new(0, 0), say::empty_file()) };
            return Err(self.stop(Stop::End(mistake)));
        }
        let node = self.value(0)?;
        self.space()?;
        if self.scanner.peek().is_none() {
            return Ok(node);
        }
        let mistake = if matches!(node.value, Value::Bare(_)) {
            not_ron(Span::new(first, node.span.end))
        } else {
            Mistake::new(self.scanner.char_span(), say::trailing())
        };
        Err(self.stop(Stop::End(mistake)))
    }

    /// Notes why reading stopped; [`Given`] when nothing more can be read.
    fn stop(&mut self, stop: Stop) -> Given {
        match stop {
            Stop::Skip(mistake) | Stop::End(mistake) => self.note(mistake),
        }
        Given
    }

    /// Notes a mistake unless one was noted at the same place.
    fn note(&mut self, mistake: Mistake) {
        if self.mistakes.last().is_none_or(|last| last.span.start != mistake.span.start) {
            self.mistakes.push(mistake);
        }
    }

    fn space(&mut self) -> Result<(), Given> {
        self.scanner.space().map_err(|stop| self.stop(stop))
    }

    /// A value; on a mistake within an element the caller may go on after it.
    fn value(&mut self, depth: usize) -> Result<Node, Given> {
        let start = self.scanner.at;
        let value = match self.scanner.peek() {
            Some('"') => self.scanner.string().map(Value::Str),
            Some('r') if self.scanner.is_raw_string() => self.scanner.raw_string().map(Value::Str),
            Some('0'..='9' | '+' | '-' | '.') => self.scanner.number(),
            Some('(' | '[' | '{') => return self.bracketed(start, None, depth),
            Some(c) if c.is_ascii_alphabetic() || c == '_' => match self.scanner.name() {
                Err(stop) => Err(stop),
                Ok(name) => return self.named(name, depth),
            },
            _ => Err(self.scanner.unexpected()),
        };
        let value = value.map_err(|stop| self.recoverable(stop))?;
        Ok(Node { span: Span::new(start, self.scanner.at), value })
    }

    /// Notes a mistake; the scanner's `is_over` tells the containers whether they may go on.
    fn recoverable(&mut self, stop: Stop) -> Given {
        if matches!(stop, Stop::End(_)) || self.mistakes.len() + 1 >= MAX_MISTAKES {
            self.scanner.is_over = true;
        }
        self.stop(stop)
    }

    /// What begins with a name: a bare name, `name(…)`, `true` or `false`.
    fn named(&mut self, name: Name, depth: usize) -> Result<Node, Given> {
        let span = name.span;
        let refused = match name.text.as_str() {
            "true" | "false" => return Ok(Node { span, value: Value::Bool(name.text == "true") }),
            "Some" | "None" => Some(Mistake::new(span, say::option_written()).hint(say::option_hint())),
            "inf" | "NaN" | "inff32" | "inff64" | "NaNf32" | "NaNf64" => {
                Some(Mistake::new(span, say::bad_number(quoted(&name.text))))
            }
            _ => None,
        };
        if let Some(mistake) = refused {
            return Err(self.recoverable(Stop::Skip(mistake)));
        }
        self.space()?;
        if self.scanner.peek() == Some('(') {
            return self.bracketed(span.start, Some(name), depth);
        }
        Ok(Node { span, value: Value::Bare(name.text) })
    }

    fn bracketed(&mut self, start: usize, name: Option<Name>, depth: usize) -> Result<Node, Given> {
        if depth >= MAX_DEPTH {
            let span = self.scanner.char_span();
            let mistake = Mistake { code: "too-deep", ..Mistake::new(span, say::too_deep(MAX_DEPTH)) };
            return Err(self.recoverable(Stop::End(mistake)));
        }
        let depth = depth + 1;
        let value = match self.scanner.peek() {
            Some('[') => {
                let mut items = Vec::new();
                self.elements(']', |parser| {
                    items.push(parser.value(depth)?);
                    Ok(())
                })?;
                Value::List(items)
            }
            Some('{') => {
                let mut entries = Vec::new();
                self.elements('}', |parser| {
                    let key = parser.value(depth)?;
                    parser.colon()?;
                    entries.push((key, parser.value(depth)?));
                    Ok(())
                })?;
                Value::Map(entries)
            }
            _ if self.is_struct()? => {
                let mut fields = Vec::new();
                self.elements(')', |parser| {
                    let name = parser.scanner.field_name().map_err(|stop| parser.recoverable(stop))?;
                    parser.colon()?;
                    fields.push(Field { name, value: parser.value(depth)? });
                    Ok(())
                })?;
                Value::Struct { name, fields }
            }
            _ => {
                let mut items = Vec::new();
                self.elements(')', |parser| {
                    items.push(parser.value(depth)?);
                    Ok(())
                })?;
                Value::Tuple { name, items }
            }
        };
        Ok(Node { span: Span::new(start, self.scanner.at), value })
    }

    /// Whether the parenthesis ahead opens fields: its first name is followed by a colon.
    fn is_struct(&mut self) -> Result<bool, Given> {
        let start = self.scanner.at;
        self.scanner.bump();
        self.space()?;
        let named = !self.scanner.is_raw_string() && self.scanner.name().is_ok();
        let is_struct = if named {
            self.space()?;
            self.scanner.peek() == Some(':')
        } else {
            false
        };
        self.scanner.at = start;
        Ok(is_struct)
    }

    fn colon(&mut self) -> Result<(), Given> {
        self.space()?;
        if self.scanner.eat(':') {
            return self.space();
        }
        let mistake = Mistake::new(self.scanner.char_span(), say::missing_colon());
        Err(self.recoverable(Stop::Skip(mistake)))
    }

    /// The elements between the bracket ahead and `close`, each followed by a comma, the last perhaps not.
    fn elements(&mut self, close: char, mut each: impl FnMut(&mut Self) -> Result<(), Given>) -> Result<(), Given> {
        let open = self.scanner.char_span();
        self.scanner.bump();
        loop {
            self.space()?;
            match self.scanner.peek() {
                Some(c) if c == close => {
                    self.scanner.bump();
                    return Ok(());
                }
                None | Some(')' | ']' | '}') => return Err(self.unclosed(open, close)),
                Some(_) => {}
            }
            let element = self.scanner.at;
            if each(self).is_err() {
                if self.scanner.is_over {
                    return Err(Given);
                }
                self.scanner.skip_element().map_err(|stop| self.recoverable(stop))?;
            }
            self.space()?;
            match self.scanner.peek() {
                Some(',') => self.scanner.bump(),
                None | Some(')' | ']' | '}') => {}
                Some(':') if close == ']' => return Err(self.field_in_list(open, element)),
                Some(_) => self.missing_comma()?,
            }
        }
    }

    /// After an element stands neither a comma nor the end.
    fn missing_comma(&mut self) -> Result<(), Given> {
        let span = self.scanner.char_span();
        if let Some(string) = self.scanner.string_just_read() {
            // A quotation mark within a text ends it early, and everything after it is read askew.
            let line = self.scanner.text[..string.start].matches('\n').count() + 1;
            let mistake = Mistake::new(span, say::after_string(line)).hint(say::quote_hint());
            return Err(self.recoverable(Stop::End(mistake)));
        }
        let stop = self.recoverable(Stop::Skip(Mistake::new(span, say::missing_comma())));
        if self.scanner.is_over { Err(stop) } else { Ok(()) }
    }

    /// In a list stands a field of the struct around it: the list was not closed.
    fn field_in_list(&mut self, open: Span, element: usize) -> Given {
        let line = self.scanner.text[..open.start].matches('\n').count() + 1;
        let name = self.scanner.text[element..self.scanner.at].trim_end();
        let span = Span::new(element, element + name.len());
        let mistake = Mistake::new(span, say::field_in_list(quoted(name))).hint(say::wrong_close_hint("[", line));
        self.recoverable(Stop::End(mistake))
    }

    fn unclosed(&mut self, open: Span, close: char) -> Given {
        let opening = &self.scanner.text[open.start..open.end];
        let mistake = match self.scanner.peek() {
            None => Mistake::new(open, say::unclosed(opening)).hint(say::unclosed_hint(close.to_string())),
            Some(found) => {
                let line = self.scanner.text[..open.start].matches('\n').count() + 1;
                Mistake::new(self.scanner.char_span(), say::wrong_close(found.to_string(), close.to_string()))
                    .hint(say::wrong_close_hint(opening, line))
            }
        };
        self.recoverable(Stop::End(mistake))
    }
}

fn not_ron(span: Span) -> Mistake {
    Mistake { code: "not-ron", ..Mistake::new(span, say::not_ron()).hint(say::not_ron_hint()) }
}
