//! Our reader of RON against the `ron` crate: what we read, it reads to the same values.

use std::sync::Arc;

use perehdytin::source;
use perehdytin::source::Findings;
use perehdytin::source::MAX_DEPTH;
use perehdytin::source::Node;
use perehdytin::source::SourceFile;
use perehdytin::source::Value;
use proptest::prelude::*;

fn ours(text: &str) -> Option<Node> {
    let mut findings = Findings::default();
    let node = source::parse(&Arc::new(SourceFile::new("x.ron", text, 0)), &mut findings);
    // Either a tree or at least one mistake, never both.
    assert_eq!(node.is_none(), findings.errors() > 0, "{text:?}");
    node
}

fn as_ron(node: &Node, text: &str) -> ron::Value {
    match &node.value {
        Value::Bool(value) => ron::Value::Bool(*value),
        Value::Integer(value) => ron::Value::Number((*value).into()),
        Value::Decimal(value) => ron::Value::Number((*value).into()),
        Value::Str(text) => ron::Value::String(text.clone()),
        Value::Bare(_) => ron::Value::Unit,
        Value::List(items) => ron::Value::Seq(items.iter().map(|item| as_ron(item, text)).collect()),
        Value::Tuple { items, .. } if items.is_empty() && &text[node.span.start..node.span.end] == "()" => {
            ron::Value::Unit
        }
        Value::Tuple { items, .. } => ron::Value::Seq(items.iter().map(|item| as_ron(item, text)).collect()),
        Value::Map(entries) => entries.iter().map(|(key, value)| (as_ron(key, text), as_ron(value, text))).collect(),
        Value::Struct { fields, .. } => {
            fields.iter().map(|field| (field.name.text.clone(), as_ron(&field.value, text))).collect()
        }
    }
}

/// Numbers in one form: the crate gives each the smallest type that holds it.
fn even(value: ron::Value) -> ron::Value {
    match value {
        ron::Value::Number(number) => ron::Value::Number(number.into_f64().into()),
        ron::Value::Seq(items) => ron::Value::Seq(items.into_iter().map(even).collect()),
        ron::Value::Map(map) => map.into_iter().map(|(key, value)| (even(key), even(value))).collect(),
        other => other,
    }
}

/// Holds that what we read the crate reads to the same values; tells whether we read it.
fn same(text: &str) -> bool {
    let Some(node) = ours(text) else { return false };
    // The crate's limit counts its own inner steps too; ours is held by a test of its own.
    let options = ron::Options::default().with_recursion_limit(4 * MAX_DEPTH);
    match options.from_str::<ron::Value>(text) {
        Ok(theirs) => assert_eq!(even(as_ron(&node, text)), even(theirs), "{text:?}"),
        Err(error) => panic!("we read what ron refuses ({error}): {text:?}"),
    }
    true
}

#[test]
fn what_packs_are_written_with_is_read() {
    for text in [
        "(a: 1, b: [true, false], c: {\"fi\": \"ä\", \"en\": \"\\n\\u{e4}\"})",
        "slide(id: \"x\", // a remark\n blocks: [paragraph({}), answers, ], )",
        "( /* a /* nested */ remark */ a : r#\"raw \" text\"# , )",
        "[1, -2, +3, 1_000, 0.5, -12.25, 007]",
        "name ( 1 , )",
        "\"over \\\n     two lines\"",
        "r\"\"",
        "()",
        "( )",
        "bare",
        "rr(r: r\"r\")",
    ] {
        assert!(same(text), "refused: {text}");
    }
}

#[test]
fn what_ron_refuses_is_refused() {
    for text in [
        "(a: 1",
        "(a: 1,, b: 2)",
        "[1 2]",
        "(a 1)",
        "(a: )",
        "\"open",
        "\"\\q\"",
        "\"\\u{110000}\"",
        "\"\\xff\"",
        "--1",
        "a-b",
        "(a: 1) x",
        "{1: }",
        "{,}",
        "(,)",
        "r#\"open\"",
        "/* open",
        "/",
        "[)",
        "0x",
        "(a: 1, 2)",
        "(1, a: 2)",
        "å: 1",
        "",
    ] {
        assert!(ours(text).is_none(), "read: {text}");
        assert!(ron::from_str::<ron::Value>(text).is_err(), "ron reads: {text}");
    }
}

#[test]
fn values_nest_as_deep_as_the_limit_and_no_deeper() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(same(&nested(MAX_DEPTH)));
    assert!(ours(&nested(MAX_DEPTH + 1)).is_none());
}

/// Values as authors write them, with blanks and remarks anywhere.
fn written() -> impl Strategy<Value = String> {
    let blank = prop_oneof![4 => Just(""), 2 => Just(" "), 1 => Just("\n"), 1 => Just("/* x */"), 1 => Just("// x\n")];
    let name = prop_oneof![Just("a"), Just("slide"), Just("r"), Just("b"), Just("_x1"), Just("inf1"), Just("trueish")];
    let string = prop_oneof![
        "[a-zäö{}\\[\\]() \n,:/*#']{0,8}".prop_map(|text| format!("\"{text}\"")),
        "[a-z\" ]{0,6}".prop_map(|text| format!("r##\"{text}\"##")),
        Just("\"\\\"\\\\\\n\\t\\r\\0\\'\\x41\\u{20AC}\"".to_owned()),
        Just("\"a\\\n   b\"".to_owned()),
    ];
    let leaf = prop_oneof![
        string.clone(),
        any::<i32>().prop_map(|number| number.to_string()),
        (0_u32..1000, 0_u32..100).prop_map(|(whole, decimals)| format!("{whole}.{decimals}")),
        Just("true".to_owned()),
        Just("false".to_owned()),
        name.clone().prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 40, 4, move |inner| {
        let blank = blank.clone();
        let spaced = (blank.clone(), inner, blank).prop_map(|(before, value, after)| format!("{before}{value}{after}"));
        let items = prop::collection::vec(spaced.clone(), 0..4);
        let fields = prop::collection::vec((name.clone(), spaced.clone()), 1..4);
        let entries = prop::collection::vec((string.clone(), spaced), 0..4);
        let comma = prop_oneof![Just(""), Just(",")];
        prop_oneof![
            (items.clone(), comma.clone()).prop_map(|(items, comma)| {
                let comma = if items.is_empty() { "" } else { comma };
                format!("[{}{comma}]", items.join(","))
            }),
            (name.clone(), items.clone()).prop_map(|(name, items)| format!("{name}({})", items.join(","))),
            items.prop_map(|items| format!("({})", items.join(","))),
            (name.clone(), fields, comma).prop_map(|(name, fields, comma)| {
                let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}:{value}")).collect();
                format!("{name}({}{comma})", fields.join(","))
            }),
            entries.prop_map(|entries| {
                let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key}:{value}")).collect();
                format!("{{{}}}", entries.join(","))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_an_author_writes_is_read_as_ron_reads_it(text in written()) {
        prop_assert!(same(&text), "refused: {text}");
    }

    #[test]
    fn whatever_becomes_of_it_is_never_read_otherwise_than_ron_does(
        text in written(),
        at in any::<prop::sample::Index>(),
        with in prop_oneof![Just(""), Just(","), Just("("), Just(")"), Just("]"), Just("\""), Just("\\"), Just("a"), Just("1"), Just("."), Just("-"), Just("#"), Just("r"), Just("b"), Just("'"), Just("/"), Just("*"), Just(":"), Just("e"), Just("_"), Just("ä"), Just("\u{feff}"), Just(" ")],
        remove in 0_usize..2,
    ) {
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        let mut changed: String = chars[..at].iter().collect();
        changed.push_str(with);
        changed.extend(chars[(at + remove).min(chars.len())..].iter());
        // The mark that editors put first is dropped before reading.
        prop_assume!(!changed.starts_with('\u{feff}'));
        same(&changed);
    }

    #[test]
    fn any_characters_at_all_end_in_a_tree_or_a_mistake(text in "[-a-z0-9\"'#()\\[\\]{}:,./*\\\\ \nrb_+ä]{0,60}") {
        same(&text);
    }
}
