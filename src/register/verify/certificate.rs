//! Whether a certificate may sign, and was issued by whom it says.

use der::Encode as _;
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{ExtendedKeyUsage, KeyUsage};

use crate::register::verify::Fault;
use crate::register::verify::signature::verify_with;

/// Purposes under which a document may be signed: e-mail protection, document signing, any.
const PURPOSES: [&str; 3] = ["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "2.5.29.37.0"];

/// Whether the certificate was valid at `at` and may sign documents.
pub(super) fn may_sign(certificate: &Certificate, at: Timestamp) -> Result<(), Fault> {
    let body = &certificate.tbs_certificate;
    let seconds = |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    if at.as_second() < seconds(body.validity.not_before) || at.as_second() > seconds(body.validity.not_after) {
        return Err(Fault::Certificate("it was not valid when the file was signed"));
    }
    let unreadable = |_error: der::Error| Fault::Certificate("it cannot be read");
    if let Some((_, usage)) = body.get::<KeyUsage>().map_err(unreadable)?
        && !usage.digital_signature()
        && !usage.non_repudiation()
    {
        return Err(Fault::Certificate("it is not meant for signing"));
    }
    if let Some((_, purposes)) = body.get::<ExtendedKeyUsage>().map_err(unreadable)?
        && !purposes.0.iter().any(|purpose| PURPOSES.contains(&purpose.to_string().as_str()))
    {
        return Err(Fault::Certificate("it is not meant for signing documents"));
    }
    Ok(())
}

/// Whether each certificate on the way up was signed by the next, as far as they came along.
pub(super) fn issued_by(own: &Certificate, all: &[(Certificate, Vec<u8>)]) -> Result<(), Fault> {
    let mut current = own;
    // No longer than the certificates there are: a circle ends too.
    for _ in all {
        let issuer = &current.tbs_certificate.issuer;
        let Some((next, _)) = all.iter().find(|(other, _)| other.tbs_certificate.subject == *issuer) else {
            return Ok(());
        };
        let forged = Fault::Certificate("it was not issued by whom it names");
        let body = current.tbs_certificate.to_der().map_err(|_error| forged.clone())?;
        let signature = current.signature.as_bytes().ok_or_else(|| forged.clone())?;
        let holds = current.signature_algorithm == current.tbs_certificate.signature
            && verify_with(next, &current.signature_algorithm, &body, signature).is_some();
        if !holds {
            return Err(forged);
        }
        if current == next {
            return Ok(());
        }
        current = next;
    }
    Ok(())
}
