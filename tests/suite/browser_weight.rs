//! What the phones' page weighs on the way, and that nothing of it comes from elsewhere.

use serde_json::json;

use crate::browser_support::{Handset, hall_of};
use crate::session_support::small_course;

/// Everything that a phone loads, compressed, with the heads of the answers.
const MOST: u64 = 50 * 1024;

#[test]
fn the_page_is_small_and_loads_nothing_from_elsewhere() {
    let hall = hall_of(&small_course());
    let phone = Handset::new();
    phone.opens(&hall.room().status().join_url).is_at("sign_in");
    phone.value("document.querySelector('#language').click()");
    phone.waits_until("performance.getEntriesByName(location.origin + '/icon.svg').length");
    let loaded = phone.value(
        "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
            .map((entry) => [entry.name, entry.transferSize, entry.encodedBodySize])",
    );
    let mut paths = Vec::new();
    let mut bytes = 0;
    let origin = format!("http://{}", hall.door().address);
    for entry in loaded.as_array().unwrap() {
        let name = entry[0].as_str().unwrap();
        let path = name.strip_prefix(&origin).unwrap_or_else(|| panic!("{name} is loaded from elsewhere"));
        paths.push(path.split('#').next().unwrap().to_owned());
        bytes += entry[1].as_u64().unwrap();
        assert_ne!(entry[2], json!(0), "{entry}");
    }
    paths.sort();
    assert!(bytes > 10_000 && bytes <= MOST, "{loaded}");
    assert_eq!(paths, ["/", "/icon.svg", "/page.css", "/page.js", "/words/en.json", "/words/fi.json"]);
}
