//! Where an object of a file ends and how many parts it has, told without reading it into memory.

/// What was seen of an object or value.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    /// Number and generation; of an object alone.
    pub id: (u32, u16),
    /// How many names, numbers, texts and brackets it has.
    pub parts: usize,
    /// Where its stream's data begins, if it is a stream.
    pub data: Option<usize>,
    /// Whether its dictionary names object streams.
    pub says_object_stream: bool,
    /// The entries of [`NOTED`] in its dictionary.
    entries: Vec<(Vec<u8>, Value)>,
}

/// The names whose values are noted.
const NOTED: [&[u8]; 4] = [b"Length", b"Prev", b"XRefStm", b"Encrypt"];

/// A noted value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A whole number.
    Number(usize),
    /// Another object's number.
    Reference(u32),
    /// Something else.
    Other,
}

impl Read {
    /// The value of one of [`NOTED`].
    pub(super) fn value(&self, name: &[u8]) -> Option<Value> {
        self.entries.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }
}

/// Reads tokens from `at` on, as far as `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    /// Where it stands.
    pub at: usize,
}

impl<'a> Lexer<'a> {
    /// Begins at `at` and ends at `end`.
    pub(super) fn new(bytes: &'a [u8], at: usize, end: usize) -> Self {
        Self { bytes: &bytes[..end.min(bytes.len())], at }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes blanks and comments.
    pub(super) fn blanks(&mut self) {
        loop {
            self.at += self.rest().iter().take_while(|byte| is_blank(**byte)).count();
            let is_line_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
            match self.rest().first() {
                Some(b'%') => match self.rest().iter().position(is_line_end) {
                    Some(length) => self.at += length,
                    None => return,
                },
                _ => return,
            }
        }
    }

    /// A whole number.
    pub(super) fn number(&mut self) -> Option<usize> {
        let length = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&self.rest()[..length]).ok()?.parse().ok()?;
        self.at += length;
        Some(number)
    }

    /// The end of a line, after any spaces.
    pub(super) fn line_end(&mut self) -> Option<()> {
        self.at += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let length = match self.rest() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return None,
        };
        self.at += length;
        Some(())
    }

    /// An object with its number, up to `endobj` or the beginning of its stream; `None` when neither comes.
    pub(super) fn object(mut self) -> Option<Read> {
        self.blanks();
        let id = u32::try_from(self.number()?).ok()?;
        self.blanks();
        let generation = u16::try_from(self.number()?).ok()?;
        self.blanks();
        self.rest().starts_with(b"obj").then_some(())?;
        self.at += b"obj".len();
        Some(Read { id: (id, generation), ..self.parts(true)? })
    }

    /// One value that stands by itself; `None` when it does not end.
    pub(super) fn value(mut self) -> Option<Read> {
        self.parts(false)
    }

    fn parts(&mut self, is_object: bool) -> Option<Read> {
        let mut read = Read::default();
        let mut depth = 0_usize;
        loop {
            self.blanks();
            match self.rest() {
                [b'<', b'<', ..] => {
                    depth += 1;
                    self.at += 2;
                }
                [b'>', b'>', ..] => {
                    depth = depth.checked_sub(1)?;
                    self.at += 2;
                }
                [b'[' | b'{', ..] => {
                    depth += 1;
                    self.at += 1;
                }
                [b']' | b'}', ..] => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                [b'<', rest @ ..] => self.at += 2 + rest.iter().position(|byte| *byte == b'>')?,
                [b'(', ..] => self.text()?,
                [b'/', ..] => {
                    self.at += 1;
                    let name = plain_name(self.word());
                    if depth == 1 {
                        self.note(&name, &mut read)?;
                    }
                }
                // A comment that never ends is none to the reader either, and there is nothing else it could be.
                [] | [b')' | b'>' | b'%', ..] => return None,
                _ => {
                    let word = self.word();
                    if is_object && word.ends_with(b"endobj") {
                        return (depth == 0).then_some(read);
                    }
                    if is_object && word == b"stream" {
                        // Without the end of the line it is no stream for the reader, and read no further either.
                        self.line_end();
                        read.data = Some(self.at);
                        return (depth == 0).then_some(read);
                    }
                }
            }
            read.parts += 1;
            if !is_object && depth == 0 {
                return Some(read);
            }
        }
    }

    /// Notes what stands behind `name`. No noted name may stand twice: readers differ in which one they take.
    fn note(self, name: &[u8], read: &mut Read) -> Option<()> {
        read.says_object_stream |= name == b"ObjStm";
        if NOTED.contains(&name) {
            read.value(name).is_none().then_some(())?;
            read.entries.push((name.to_vec(), self.noted()));
        }
        Some(())
    }

    fn noted(mut self) -> Value {
        self.blanks();
        let Some(number) = self.number() else { return Value::Other };
        if self.rest().first().is_some_and(|byte| is_regular(*byte)) {
            return Value::Other;
        }
        self.blanks();
        let is_reference = self.number().is_some() && {
            self.blanks();
            self.word() == b"R"
        };
        match u32::try_from(number) {
            Ok(id) if is_reference => Value::Reference(id),
            Err(_) if is_reference => Value::Other,
            _ => Value::Number(number),
        }
    }

    /// A text in parentheses.
    fn text(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.rest().first()? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open = open.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let length = self.rest().iter().take_while(|byte| is_regular(**byte)).count();
        let word = &self.rest()[..length];
        self.at += length;
        word
    }
}

/// A name with its escapes undone.
fn plain_name(written: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| {
        let digit = char::from(*byte).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    let mut name = Vec::new();
    let mut rest = written;
    while let [first, after @ ..] = rest {
        rest = after;
        name.push(*first);
        if let (b'#', [high, low, after @ ..]) = (first, rest)
            && let (Some(high), Some(low)) = (digit(high), digit(low))
        {
            name.pop();
            name.push(high << 4 | low);
            rest = after;
        }
    }
    name
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(bytes: &[u8]) -> Option<Read> {
        Lexer::new(bytes, 0, bytes.len()).object()
    }

    #[test]
    fn an_object_ends_where_it_says() {
        let read = object(b"7 0 obj\n<</A[1 (endobj) <656e>]/B/C#20D>>\nendobj 8 0 obj").unwrap();
        assert_eq!((read.id, read.parts, read.data), ((7, 0), 10, None));
        assert_eq!(object(b"7 0 obj [1 2"), None);
        assert_eq!(object(b"7 0 obj (endobj"), None);
        assert_eq!(object(b"7 0 obj << endobj"), None);
        assert_eq!(object(b"7 0 obj % endobj"), None);
    }

    #[test]
    fn a_streams_length_is_found_however_it_is_written() {
        let plain = object(b"7 0 obj<</Length 12>>stream\r\n").unwrap();
        assert_eq!((plain.value(b"Length"), plain.data), (Some(Value::Number(12)), Some(29)));
        let elsewhere = object(b"7 0 obj<</Len#67th 9 0 R/Type/ObjStm>>\nstream\n").unwrap();
        assert_eq!(elsewhere.value(b"Length"), Some(Value::Reference(9)));
        assert!(elsewhere.says_object_stream);
        let real = object(b"7 0 obj<</Length 12.0>>stream\n").unwrap();
        assert_eq!(real.value(b"Length"), Some(Value::Other));
        assert_eq!(object(b"7 0 obj<</Length 1/Len#67th 2>>stream\n"), None);
    }

    #[test]
    fn a_value_ends_with_its_last_bracket() {
        let value = |bytes: &[u8]| Lexer::new(bytes, 0, bytes.len()).value().map(|read| read.parts);
        assert_eq!(value(b" <</Prev 5>> <</A 1>>"), Some(4));
        assert_eq!(value(b"12 0 R"), Some(1));
        assert_eq!(value(b"[[1]"), None);
    }
}
