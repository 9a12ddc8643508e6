//! The tree that RON is read into: values with the places they were read from.

/// A piece of a file, in bytes from its beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From `start` to before `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The values RON knows, as far as packs need them.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with decimals.
    Decimal(f64),
    /// `"…"` or `r#"…"#`, with its escapes resolved.
    Str(String),
    /// A bare name: an enum variant without content.
    Bare(String),
    /// `name(field: value, …)`; the name may be absent.
    Struct {
        /// What stands before the parenthesis.
        name: Option<Name>,
        /// The fields in their order.
        fields: Vec<Field>,
    },
    /// `name(value, …)`; the name may be absent. Also `()`.
    Tuple {
        /// What stands before the parenthesis.
        name: Option<Name>,
        /// The values in their order.
        items: Vec<Node>,
    },
    /// `[value, …]`.
    List(Vec<Node>),
    /// `{key: value, …}`.
    Map(Vec<(Node, Node)>),
}

/// A name and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The name.
    pub text: String,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// What the value is called in messages; the wordings select by it.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Bool(_) => "bool",
            Value::Integer(_) => "number",
            Value::Decimal(_) => "decimal",
            Value::Str(_) => "string",
            Value::Bare(_) => "name",
            Value::Struct { .. } | Value::Tuple { .. } => "struct",
            Value::List(_) => "list",
            Value::Map(_) => "map",
        }
    }

    /// The name before the parentheses, or the bare name.
    pub fn variant(&self) -> Option<&str> {
        match &self.value {
            Value::Bare(name) => Some(name),
            Value::Struct { name, .. } | Value::Tuple { name, .. } => name.as_ref().map(|name| name.text.as_str()),
            _ => None,
        }
    }

    /// Where to point when something is missing inside: the name, else the opening bracket.
    pub fn head(&self) -> Span {
        match &self.value {
            Value::Struct { name: Some(name), .. } | Value::Tuple { name: Some(name), .. } => name.span,
            Value::Struct { .. } | Value::Tuple { .. } | Value::List(_) | Value::Map(_) => {
                Span::new(self.span.start, self.span.start + 1)
            }
            _ => self.span,
        }
    }
}
