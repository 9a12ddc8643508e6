//! How `register.json` is laid out: a line a field, and a line for whatever lies deeper than a row's fields.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// Levels that are spread over lines: the register, its lists, their rows.
const SPREAD: usize = 3;

/// JSON for people and machines: a signature's thousand points take one line, not four thousand.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let layout = Layout { depth: 0, spread: PrettyFormatter::new() };
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, layout);
    // Writing to memory cannot fail, nor can these types: no map has keys other than strings.
    value.serialize(&mut serializer).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Spreads the outer levels and packs the inner ones.
struct Layout {
    depth: usize,
    spread: PrettyFormatter<'static>,
}

/// Hands each call to the formatter of its level.
macro_rules! by_level {
    ($($name:ident($($first:ident)?);)*) => {$(
        fn $name<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $first: bool)?) -> io::Result<()> {
            if self.depth <= SPREAD { self.spread.$name(writer $(, $first)?) } else { CompactFormatter.$name(writer $(, $first)?) }
        }
    )*};
}

/// The same for what opens or closes a level.
macro_rules! turning_level {
    ($($begin:ident $end:ident;)*) => {$(
        fn $begin<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
            self.depth += 1;
            if self.depth <= SPREAD { self.spread.$begin(writer) } else { CompactFormatter.$begin(writer) }
        }

        fn $end<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
            let is_spread = self.depth <= SPREAD;
            self.depth -= 1;
            if is_spread { self.spread.$end(writer) } else { CompactFormatter.$end(writer) }
        }
    )*};
}

impl Formatter for Layout {
    turning_level! {
        begin_array end_array;
        begin_object end_object;
    }

    by_level! {
        begin_array_value(first);
        end_array_value();
        begin_object_key(first);
        begin_object_value();
        end_object_value();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn rows_are_spread_and_what_lies_deeper_is_packed() {
        let value = json!({"rows": [{"name": "Aino", "points": [[1, 2], [3, 4]]}], "none": []});
        let expected = "{\n  \"none\": [],\n  \"rows\": [\n    {\n      \"name\": \"Aino\",\n      \"points\": [[1,2],[3,4]]\n    }\n  ]\n}\n";
        assert_eq!(String::from_utf8(super::json(&value)).unwrap(), expected);
    }
}
