//! Making an identity of our own.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};

use crate::register::identity::IdentityError;
use crate::register::identity::key::Identity;

/// Years a certificate of our own is valid: longer than any register must be kept for renewal's sake.
const YEARS: i16 = 10;
/// Longest name a certificate may say, in characters (X.520).
const LONGEST_NAME: usize = 64;
/// The purpose "document signing" (RFC 9336); e-mail protection stands beside it for readers that know only that.
const DOCUMENT_SIGNING: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 3, 36];

/// Whose identity it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The signer's name.
    pub name: String,
    /// Their organisation; may be empty.
    pub organisation: String,
}

/// An identity that is never stored: for rehearsals.
///
/// # Errors
/// When the name cannot stand in a certificate or the cryptography fails.
pub fn throw_away(subject: &Subject, now: Timestamp) -> Result<Identity, IdentityError> {
    make(subject, now)
}

/// Makes a key and its certificate, issued by an authority whose key is forgotten at once.
pub(super) fn make(subject: &Subject, now: Timestamp) -> Result<Identity, IdentityError> {
    let name = subject.name.trim();
    let organisation = subject.organisation.trim();
    let fits = |text: &str| text.chars().count() <= LONGEST_NAME && !text.chars().any(char::is_control);
    if name.is_empty() || !fits(name) || !fits(organisation) {
        return Err(IdentityError::BadName);
    }
    let failed = |error: rcgen::Error| IdentityError::Crypto(error.to_string());
    let today = now.to_zoned_datetime(TimeZone::UTC);
    let date = |years: i16, days: i64| {
        let day = today.date().saturating_add(jiff::Span::new().days(days));
        let day = day.saturating_add(jiff::Span::new().years(years));
        let part = |value: i8| u8::try_from(value).unwrap_or(1);
        date_time_ymd(i32::from(day.year()), part(day.month()), part(day.day()))
    };
    let params = |common_name: &str| {
        let mut params = CertificateParams::default();
        let mut distinguished = DistinguishedName::new();
        distinguished.push(DnType::CommonName, common_name);
        if !organisation.is_empty() {
            distinguished.push(DnType::OrganizationName, organisation);
        }
        params.distinguished_name = distinguished;
        // A day earlier, for clocks that are behind.
        params.not_before = date(0, -1);
        params.not_after = date(YEARS, 0);
        params
    };
    let authority_key = KeyPair::generate().map_err(failed)?;
    let mut authority = params(&authority_name(name));
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let authority_certificate = authority.self_signed(&authority_key).map_err(failed)?;

    let key = KeyPair::generate().map_err(failed)?;
    let mut leaf = params(name);
    leaf.is_ca = IsCa::ExplicitNoCa;
    leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    leaf.extended_key_usages =
        vec![ExtendedKeyUsagePurpose::EmailProtection, ExtendedKeyUsagePurpose::Other(DOCUMENT_SIGNING.to_vec())];
    leaf.use_authority_key_identifier_extension = true;
    let issuer = Issuer::new(authority, authority_key);
    let certificate = leaf.signed_by(&key, &issuer).map_err(failed)?;
    Identity::new(&key.serialize_der(), &[certificate.der().to_vec(), authority_certificate.der().to_vec()])
}

/// The authority's name: the signer's, marked, and no longer than allowed.
fn authority_name(name: &str) -> String {
    let marked = format!("{name} (CA)");
    if marked.chars().count() <= LONGEST_NAME { marked } else { marked.chars().skip(5).collect() }
}
