//! The phones' page and its words, compressed once when the room is opened.

use std::io::Write as _;

use axum::body::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use ring::digest;
use serde_json::Map;
use serde_json::Value;

use crate::i18n::Arg;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages;
use crate::session::hex;

/// A file of the page.
pub(super) struct Asset {
    pub(super) kind: &'static str,
    pub(super) plain: Bytes,
    pub(super) gzipped: Bytes,
    /// The `ETag`, quotes included.
    pub(super) tag: String,
}

/// Everything that can be fetched without a token.
pub(super) struct Page {
    assets: Vec<(&'static str, Asset)>,
}

impl Page {
    pub(super) fn new() -> Self {
        let file = |kind, bytes: &'static [u8]| Asset::new(kind, Bytes::from_static(bytes));
        let words = |lang| Asset::new("application/json", Bytes::from(words(lang)));
        Self {
            assets: vec![
                ("/", file("text/html; charset=utf-8", include_bytes!("../../assets/room/index.html"))),
                ("/page.css", file("text/css; charset=utf-8", include_bytes!("../../assets/room/page.css"))),
                ("/page.js", file("text/javascript; charset=utf-8", include_bytes!("../../assets/room/page.js"))),
                ("/icon.svg", file("image/svg+xml", include_bytes!("../../assets/room/icon.svg"))),
                ("/words/fi.json", words(Lang::Fi)),
                ("/words/en.json", words(Lang::En)),
            ],
        }
    }

    pub(super) fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.iter().find(|(name, _)| *name == path).map(|(_, asset)| asset)
    }
}

impl Asset {
    fn new(kind: &'static str, plain: Bytes) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        // Writing into memory does not fail; were it to, the plain bytes serve as well.
        let gzipped = encoder.write_all(&plain).and_then(|()| encoder.finish()).unwrap_or_default();
        let digest = digest::digest(&digest::SHA256, &plain);
        let tag = format!("\"{}\"", &hex(digest.as_ref())[..16]);
        Self { kind, plain, gzipped: Bytes::from(gzipped), tag }
    }
}

/// The page's words in one language as JSON: the name of each message to its text, arguments left as `{name}` for the page to fill.
fn words(lang: Lang) -> Vec<u8> {
    let area = messages::DECLARED.iter().filter(|(area, _)| *area == "phone").flat_map(|(_, declared)| *declared);
    let words: Map<String, Value> = area
        .map(|declared| {
            let args = declared.args.iter().map(|name| (*name, Arg::Text(format!("{{{name}}}")))).collect();
            let text = Message { id: declared.id, args }.text(lang);
            (declared.function.to_owned(), Value::String(text))
        })
        .collect();
    Value::Object(words).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn every_file_unpacks_to_what_it_was() {
        let page = Page::new();
        for (path, asset) in &page.assets {
            let mut plain = Vec::new();
            flate2::read::GzDecoder::new(&asset.gzipped[..]).read_to_end(&mut plain).unwrap();
            assert_eq!(plain, asset.plain, "{path}");
        }
        assert!(page.asset("/../Cargo.toml").is_none());
    }

    #[test]
    fn the_whole_page_is_small() {
        let page = Page::new();
        let bytes: usize = page.assets.iter().map(|(_, asset)| asset.gzipped.len()).sum();
        assert!(bytes <= 50 * 1024, "{bytes} bytes compressed");
    }

    #[test]
    fn the_page_loads_nothing_from_elsewhere() {
        let page = Page::new();
        for (path, asset) in &page.assets {
            let text = String::from_utf8(asset.plain.to_vec()).unwrap();
            let text = text.replace("http://www.w3.org/", "");
            assert!(!text.contains("https://") && !text.contains("src=\"//"), "{path}");
        }
    }
}
