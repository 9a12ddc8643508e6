//! Reading names and dates from a certificate, for people's eyes.

use der::Decode as _;
use der::asn1::{PrintableStringRef, TeletexStringRef, Utf8StringRef};
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::name::Name;

/// What a certificate says of its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The holder's name; empty when it says none.
    pub name: String,
    /// The holder's organisation; empty when it says none.
    pub organisation: String,
    /// Who issued it.
    pub issuer: String,
    /// Valid from then on.
    pub not_before: Timestamp,
    /// Valid until then.
    pub not_after: Timestamp,
}

/// What the certificate in DER says of its holder; `None` when it is no certificate.
pub fn describe(certificate: &[u8]) -> Option<Described> {
    let certificate = Certificate::from_der(certificate).ok()?;
    let body = &certificate.tbs_certificate;
    let name = part(&body.subject, COMMON_NAME);
    let organisation = part(&body.subject, ORGANISATION);
    let issuer = [part(&body.issuer, COMMON_NAME), part(&body.issuer, ORGANISATION)]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let time = |time: x509_cert::time::Time| {
        Timestamp::from_second(i64::try_from(time.to_unix_duration().as_secs()).ok()?).ok()
    };
    Some(Described {
        name,
        organisation,
        issuer,
        not_before: time(body.validity.not_before)?,
        not_after: time(body.validity.not_after)?,
    })
}

const COMMON_NAME: &str = "2.5.4.3";
const ORGANISATION: &str = "2.5.4.10";

/// The first part of a name with this identifier; empty when there is none.
fn part(name: &Name, oid: &str) -> String {
    let found = name.0.iter().flat_map(|set| set.0.iter()).find(|part| part.oid.to_string() == oid);
    let Some(found) = found else { return String::new() };
    let value = &found.value;
    if let Ok(text) = value.decode_as::<Utf8StringRef<'_>>() {
        text.as_str().to_owned()
    } else if let Ok(text) = value.decode_as::<PrintableStringRef<'_>>() {
        text.as_str().to_owned()
    } else if let Ok(text) = value.decode_as::<TeletexStringRef<'_>>() {
        text.as_str().to_owned()
    } else {
        String::new()
    }
}
