//! Which certificates are trusted: the system's, and a file that the trainer names.

use std::path::Path;

use lettre::transport::smtp::client::Certificate;
use lettre::transport::smtp::client::TlsParameters;

use crate::files::read_at_most;
use crate::mail::Account;
use crate::mail::Trouble;

/// The largest file of certificates, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// How a connection to the account's server is encrypted.
///
/// # Errors
/// When the file of certificates cannot be read or has none, or the server's name can be in none.
pub(super) fn tls(account: &Account) -> Result<TlsParameters, Trouble> {
    let host = account.host.trim();
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(path) = &account.authority {
        for certificate in certificates(path)? {
            builder = builder.add_root_certificate(certificate);
        }
    }
    // A name that is no name, or a certificate that is no authority.
    builder
        .build_rustls()
        .map_err(|error| Trouble::CertificateUntrusted { host: host.to_owned(), reason: error.to_string() })
}

/// The certificates of a file: PEM, one or several, or one in DER.
fn certificates(path: &Path) -> Result<Vec<Certificate>, Trouble> {
    const ARMOUR: &[u8] = b"-----BEGIN CERTIFICATE-----";
    let none = || Trouble::NoCertificate { path: path.to_owned() };
    let bytes = read_at_most(path, LARGEST)?;
    if bytes.windows(ARMOUR.len()).any(|window| window == ARMOUR) {
        return Certificate::from_pem(&bytes).map(|all| vec![all]).map_err(|_invalid| none());
    }
    // What begins as a sequence may be a certificate; building with it says whether it is.
    if bytes.first() != Some(&0x30) {
        return Err(none());
    }
    Certificate::from_der(bytes).map(|one| vec![one]).map_err(|_invalid| none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_certificate_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("oma.pem");
        for content in ["", "Hei!", "-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n"] {
            crate::files::write_atomically(&path, content.as_bytes()).unwrap();
            let account = Account { authority: Some(path.clone()), ..Account::default() };
            assert!(
                matches!(tls(&account), Err(Trouble::NoCertificate { path: named }) if named == path),
                "{content:?}"
            );
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let account = Account { authority: Some("/nowhere/oma.pem".into()), ..Account::default() };
        assert!(matches!(tls(&account), Err(Trouble::File(_))));
    }
}
