//! SVG files of strangers: plain drawings without entities, scripts, pictures in pictures or anything fetched.

use std::collections::HashMap;
use std::str;

use resvg::usvg;
use resvg::usvg::roxmltree;

use crate::i18n::messages::check as say;

use super::file::quoted;
use super::picture::Fault;
use super::picture::broken;

/// How many nodes of XML a drawing may have.
const MAX_NODES: u32 = 50_000;
/// How deep its elements may nest.
const MAX_NESTING: usize = 64;
/// How many elements it may come to once everything that it uses again is counted.
const MAX_EXPANDED: u64 = 200_000;
/// Elements that load, run or embed something.
const REFUSED: [&str; 7] = ["script", "foreignObject", "image", "feImage", "iframe", "audio", "video"];

/// Width and height of an SVG.
pub(super) fn svg_size(bytes: &[u8], name: &str) -> Result<(f32, f32), Fault> {
    let text = str::from_utf8(bytes).map_err(|_not_text| broken(name))?;
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, entity_resolver: None };
    let document = match roxmltree::Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(roxmltree::Error::DtdDetected) => {
            return Err(("svg-entities", say::svg_entities(quoted(name)), Some(say::svg_entities_hint())));
        }
        Err(roxmltree::Error::NodesLimitReached) => return Err(complex(name)),
        Err(_) => return Err(broken(name)),
    };
    outside(&document, name)?;
    if expanded(&document).is_none_or(|count| count > MAX_EXPANDED) {
        return Err(complex(name));
    }
    let tree = usvg::Tree::from_xmltree(&document, &usvg::Options::default()).map_err(|_no_drawing| broken(name))?;
    Ok((tree.size().width(), tree.size().height()))
}

fn complex(name: &str) -> Fault {
    ("svg-complex", say::svg_complex(quoted(name)), Some(say::svg_complex_hint()))
}

/// Refuses what the drawing would load, run or embed.
fn outside(document: &roxmltree::Document<'_>, name: &str) -> Result<(), Fault> {
    let refuse =
        |what: &str| Err(("svg-outside", say::svg_outside(quoted(what), quoted(name)), Some(say::svg_outside_hint())));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let element = node.tag_name().name();
        if REFUSED.contains(&element) {
            return refuse(element);
        }
        if element == "style" && node.text().is_some_and(|text| text.contains("@import") || has_outer_url(text)) {
            return refuse("style");
        }
        for attribute in node.attributes() {
            let is_link = attribute.name() == "href" && element != "a";
            if is_link && !attribute.value().starts_with('#') || has_outer_url(attribute.value()) {
                return refuse(attribute.value());
            }
        }
    }
    Ok(())
}

/// Whether a `url(…)` points out of the file.
fn has_outer_url(text: &str) -> bool {
    text.split("url(").skip(1).any(|rest| !rest.trim_start().trim_start_matches(['"', '\'']).starts_with('#'))
}

/// How many elements the drawing comes to once everything that it uses again is counted; `None` when it nests
/// too deeply or uses itself.
fn expanded(document: &roxmltree::Document<'_>) -> Option<u64> {
    let by_id: HashMap<&str, roxmltree::Node<'_, '_>> =
        document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut counts = HashMap::new();
    count(document.root_element(), &by_id, &mut counts, 0)
}

/// The count of one element; `counts` holds `None` for those still being counted.
fn count<'a>(
    node: roxmltree::Node<'a, 'a>,
    by_id: &HashMap<&str, roxmltree::Node<'a, 'a>>,
    counts: &mut HashMap<roxmltree::NodeId, Option<u64>>,
    depth: usize,
) -> Option<u64> {
    if depth > MAX_NESTING {
        return None;
    }
    if let Some(known) = counts.get(&node.id()) {
        return *known;
    }
    counts.insert(node.id(), None);
    let mut sum = 1_u64;
    for child in node.children().filter(roxmltree::Node::is_element) {
        sum = sum.saturating_add(count(child, by_id, counts, depth + 1)?);
    }
    for attribute in node.attributes() {
        for target in targets(attribute.name(), attribute.value()) {
            if let Some(target) = by_id.get(target) {
                sum = sum.saturating_add(count(*target, by_id, counts, depth + 1)?);
            }
        }
    }
    counts.insert(node.id(), Some(sum));
    Some(sum)
}

/// The identifiers that an attribute refers to.
fn targets<'a>(name: &str, value: &'a str) -> impl Iterator<Item = &'a str> {
    let link = value.strip_prefix('#').filter(|_| name == "href");
    let urls = value.split("url(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().trim_start_matches(['"', '\'']).strip_prefix('#')?;
        rest.split([')', '"', '\'', ' ']).next()
    });
    link.into_iter().chain(urls)
}
