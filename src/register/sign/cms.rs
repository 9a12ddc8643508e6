//! The CMS structure of a detached `CAdES` signature (RFC 5652, RFC 5035).

use der::{Decode as _, Encode as _};
use ring::digest::{SHA256, digest};
use x509_cert::Certificate;

use crate::register::sign::der::{of, oid, set_of, tag, value};
use crate::register::sign::{Algorithm, SignError, Signer};

const DATA: &[u32] = &[1, 2, 840, 113_549, 1, 7, 1];
const SIGNED_DATA: &[u32] = &[1, 2, 840, 113_549, 1, 7, 2];
const CONTENT_TYPE: &[u32] = &[1, 2, 840, 113_549, 1, 9, 3];
const MESSAGE_DIGEST: &[u32] = &[1, 2, 840, 113_549, 1, 9, 4];
const SIGNING_CERTIFICATE_V2: &[u32] = &[1, 2, 840, 113_549, 1, 9, 16, 2, 47];
const SHA_256: &[u32] = &[2, 16, 840, 1, 101, 3, 4, 2, 1];
const ECDSA_WITH_SHA_256: &[u32] = &[1, 2, 840, 10_045, 4, 3, 2];
const RSA_WITH_SHA_256: &[u32] = &[1, 2, 840, 113_549, 1, 1, 11];

/// Signs the digest of the document's covered bytes.
pub(super) fn signature(signer: &dyn Signer, document_digest: &[u8]) -> Result<Vec<u8>, SignError> {
    let own = signer.chain().first().ok_or_else(|| SignError::Certificate("there is none".to_owned()))?;
    let unreadable = |error: der::Error| SignError::Certificate(error.to_string());
    let certificate = Certificate::from_der(own).map_err(unreadable)?;
    let issuer = certificate.tbs_certificate.issuer.to_der().map_err(unreadable)?;
    let serial = certificate.tbs_certificate.serial_number.to_der().map_err(unreadable)?;

    let attributes = vec![
        attribute(CONTENT_TYPE, &oid(DATA)),
        attribute(MESSAGE_DIGEST, &value(tag::OCTET_STRING, document_digest)),
        attribute(SIGNING_CERTIFICATE_V2, &signing_certificates(signer.chain())),
    ];
    // What is signed is the SET OF; inside the message it carries the context tag instead.
    let signed = signer.sign(&set_of(tag::SET, attributes.clone()))?;

    let sha_256 = of(tag::SEQUENCE, &[&oid(SHA_256)]);
    let algorithm = match signer.algorithm() {
        Algorithm::EcdsaP256Sha256 => of(tag::SEQUENCE, &[&oid(ECDSA_WITH_SHA_256)]),
        Algorithm::RsaSha256 => of(tag::SEQUENCE, &[&oid(RSA_WITH_SHA_256), &value(tag::NULL, &[])]),
    };
    let version_1 = value(tag::INTEGER, &[1]);
    let signer_info = of(
        tag::SEQUENCE,
        &[
            &version_1,
            &of(tag::SEQUENCE, &[&issuer, &serial]),
            &sha_256,
            &set_of(tag::CONTEXT_0, attributes),
            &algorithm,
            &value(tag::OCTET_STRING, &signed),
        ],
    );
    let signed_data = of(
        tag::SEQUENCE,
        &[
            &version_1,
            &of(tag::SET, &[&sha_256]),
            &of(tag::SEQUENCE, &[&oid(DATA)]),
            &set_of(tag::CONTEXT_0, signer.chain().to_vec()),
            &of(tag::SET, &[&signer_info]),
        ],
    );
    Ok(of(tag::SEQUENCE, &[&oid(SIGNED_DATA), &value(tag::CONTEXT_0, &signed_data)]))
}

/// An attribute with one value.
fn attribute(kind: &[u32], content: &[u8]) -> Vec<u8> {
    of(tag::SEQUENCE, &[&oid(kind), &of(tag::SET, &[content])])
}

/// Names every certificate of the chain by its SHA-256, so that none can be swapped.
fn signing_certificates(chain: &[Vec<u8>]) -> Vec<u8> {
    let named: Vec<u8> = chain
        .iter()
        .flat_map(|certificate| {
            let hash = value(tag::OCTET_STRING, digest(&SHA256, certificate).as_ref());
            of(tag::SEQUENCE, &[&hash])
        })
        .collect();
    of(tag::SEQUENCE, &[&value(tag::SEQUENCE, &named)])
}
