//! Checking one CMS signature against the digest of what it covers.

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{ObjectIdentifier, OctetStringRef};
use der::{Any, Decode as _, Encode as _, Reader as _, SliceReader, Tag, Tagged as _};
use ring::digest::{SHA256, digest};
use ring::signature::{ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm};
use spki::AlgorithmIdentifierOwned;

use crate::register::verify::Fault;
use crate::register::verify::certificate;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// Checks the signature in `contents` (padding included) over bytes whose SHA-256 is `covered`, made at
/// `at`; gives the signer's certificate in DER.
pub(super) fn check(contents: &[u8], covered: &[u8], at: jiff::Timestamp) -> Result<Vec<u8>, Fault> {
    let data = signed_data(contents)?;
    let [signer] = data.signer_infos.0.as_slice() else {
        return Err(Fault::Signature("it does not have exactly one signer"));
    };
    let certificates = certificates(&data)?;
    let own = certificates
        .iter()
        .find(|(certificate, _)| match &signer.sid {
            SignerIdentifier::IssuerAndSerialNumber(id) => {
                id.issuer == certificate.tbs_certificate.issuer
                    && id.serial_number == certificate.tbs_certificate.serial_number
            }
            SignerIdentifier::SubjectKeyIdentifier(_) => false,
        })
        .ok_or(Fault::Signature("the signer's certificate is missing"))?;
    forms(&data, signer)?;
    attributes(signer, covered, &own.1, &certificates)?;
    verify_signer(signer, &own.0)?;
    certificate::may_sign(&own.0, at)?;
    certificate::issued_by(&own.0, &certificates)?;
    Ok(own.1.clone())
}

/// The structure, with nothing but zeros behind it.
fn signed_data(contents: &[u8]) -> Result<SignedData, Fault> {
    let malformed = |_error: der::Error| Fault::Signature("it is malformed");
    let mut reader = SliceReader::new(contents).map_err(malformed)?;
    let info = ContentInfo::decode(&mut reader).map_err(malformed)?;
    let length = usize::try_from(reader.position()).map_err(|_large| Fault::Signature("it is malformed"))?;
    let (der, padding) = contents.split_at(length);
    if padding.iter().any(|byte| *byte != 0) {
        return Err(Fault::Signature("something is hidden behind it"));
    }
    if info.to_der().map_err(malformed)? != der || info.content_type != SIGNED_DATA {
        return Err(Fault::Signature("it is malformed"));
    }
    info.content.decode_as::<SignedData>().map_err(malformed)
}

/// A certificate, parsed and in DER.
type Both = (x509_cert::Certificate, Vec<u8>);

/// The certificates that came along.
fn certificates(data: &SignedData) -> Result<Vec<Both>, Fault> {
    let malformed = Fault::Signature("a certificate is malformed");
    let set = data.certificates.as_ref().ok_or(Fault::Signature("there is no certificate"))?;
    set.0
        .iter()
        .map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => {
                let der = certificate.to_der().map_err(|_error| malformed.clone())?;
                Ok((certificate.clone(), der))
            }
            CertificateChoices::Other(_) => Err(malformed.clone()),
        })
        .collect()
}

/// Everything that no digest protects must be exactly as expected.
fn forms(data: &SignedData, signer: &SignerInfo) -> Result<(), Fault> {
    let is_sha_256 = |algorithm: &AlgorithmIdentifierOwned| {
        algorithm.oid == SHA_256 && algorithm.parameters.as_ref().is_none_or(Any::is_null)
    };
    let is_expected = data.version == CmsVersion::V1
        && data.digest_algorithms.len() == 1
        && data.digest_algorithms.iter().all(is_sha_256)
        && data.encap_content_info.econtent_type == DATA
        && data.encap_content_info.econtent.is_none()
        && data.crls.is_none()
        && signer.version == CmsVersion::V1
        && is_sha_256(&signer.digest_alg)
        && data.digest_algorithms.iter().all(|algorithm| *algorithm == signer.digest_alg)
        && signer.unsigned_attrs.is_none();
    if is_expected { Ok(()) } else { Err(Fault::Signature("it is not of the form that is allowed")) }
}

/// The signed attributes: what was signed, and with which certificates.
fn attributes(signer: &SignerInfo, covered: &[u8], own: &[u8], certificates: &[Both]) -> Result<(), Fault> {
    let single = |kind: ObjectIdentifier| -> Option<&Any> {
        let mut all = signer.signed_attrs.iter().flat_map(|all| all.iter()).filter(|attribute| attribute.oid == kind);
        let found = all.next()?;
        if all.next().is_some() || found.values.len() != 1 { None } else { found.values.get(0) }
    };
    let content_type = single(CONTENT_TYPE).and_then(|value| value.decode_as::<ObjectIdentifier>().ok());
    if content_type != Some(DATA) {
        return Err(Fault::Signature("it does not say what was signed"));
    }
    let signed = single(MESSAGE_DIGEST).ok_or(Fault::Signature("it does not say what was signed"))?;
    let signed = signed.decode_as::<OctetStringRef<'_>>().map_err(|_error| Fault::Signature("it is malformed"))?;
    if signed.as_bytes() != covered {
        return Err(Fault::Changed);
    }
    let named = single(SIGNING_CERTIFICATE_V2)
        .and_then(|value| value.to_der().ok())
        .and_then(|der| named_hashes(&der))
        .ok_or(Fault::Signature("it does not name its certificate"))?;
    let hash = |der: &[u8]| digest(&SHA256, der).as_ref().to_vec();
    let names_own = named.first() == Some(&hash(own));
    // Who names the whole chain binds the whole chain.
    let names_all = named.len() == 1
        || (named.len() == certificates.len() && certificates.iter().all(|(_, der)| named.contains(&hash(der))));
    if names_own && names_all { Ok(()) } else { Err(Fault::Signature("its certificate is not the one it names")) }
}

/// The SHA-256 hashes in a signing-certificate-v2 attribute (RFC 5035), the signer's own first.
fn named_hashes(der: &[u8]) -> Option<Vec<Vec<u8>>> {
    let attribute = members(&Any::from_der(der).ok()?)?;
    members(attribute.first()?)?.iter().map(named_hash).collect()
}

/// The hash in one `ESSCertIDv2`; issuer and serial may follow and are not needed.
fn named_hash(entry: &Any) -> Option<Vec<u8>> {
    let parts = members(entry)?;
    let hash = match parts.as_slice() {
        [hash, ..] if hash.tag() == Tag::OctetString => hash,
        [algorithm, hash, ..] if hash.tag() == Tag::OctetString => {
            let algorithm = AlgorithmIdentifierOwned::from_der(&algorithm.to_der().ok()?).ok()?;
            (algorithm.oid == SHA_256).then_some(hash)?
        }
        _ => return None,
    };
    (hash.value().len() == 32).then(|| hash.value().to_vec())
}

/// The members of a sequence.
fn members(sequence: &Any) -> Option<Vec<Any>> {
    let read = sequence.sequence(|reader| {
        let mut members = Vec::new();
        while !reader.is_finished() {
            members.push(Any::decode(reader)?);
        }
        Ok(members)
    });
    read.ok()
}

/// The signature itself, over the attributes as a `SET OF`.
fn verify_signer(signer: &SignerInfo, own: &x509_cert::Certificate) -> Result<(), Fault> {
    let signed = signer
        .signed_attrs
        .as_ref()
        .and_then(|attributes| attributes.to_der().ok())
        .ok_or(Fault::Signature("it does not say what was signed"))?;
    verify_with(own, &signer.signature_algorithm, &signed, signer.signature.as_bytes())
        .ok_or(Fault::Signature("it was not made with the certificate's key"))
}

/// Checks `signature` over `message` with the key of `certificate`; `None` when it does not hold.
pub(super) fn verify_with(
    certificate: &x509_cert::Certificate,
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> Option<()> {
    let parameters = algorithm.parameters.as_ref();
    let how: &dyn VerificationAlgorithm = match algorithm.oid {
        ECDSA_SHA_256 if parameters.is_none() => &ECDSA_P256_SHA256_ASN1,
        RSA | RSA_SHA_256 if parameters.is_none_or(Any::is_null) => &RSA_PKCS1_2048_8192_SHA256,
        _ => return None,
    };
    let key = certificate.tbs_certificate.subject_public_key_info.subject_public_key.as_bytes()?;
    UnparsedPublicKey::new(how, key).verify(message, signature).ok()
}
