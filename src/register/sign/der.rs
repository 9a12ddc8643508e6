//! Writing DER: the few forms a signature needs.

/// `INTEGER`, `OCTET STRING`, `NULL`, `SEQUENCE`, `SET` and the context tags used by CMS.
pub(super) mod tag {
    pub(in crate::register::sign) const INTEGER: u8 = 0x02;
    pub(in crate::register::sign) const OCTET_STRING: u8 = 0x04;
    pub(in crate::register::sign) const NULL: u8 = 0x05;
    pub(in crate::register::sign) const OID: u8 = 0x06;
    pub(in crate::register::sign) const SEQUENCE: u8 = 0x30;
    pub(in crate::register::sign) const SET: u8 = 0x31;
    pub(in crate::register::sign) const CONTEXT_0: u8 = 0xa0;
}

/// One value: tag, length, content.
pub(super) fn value(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let length = content.len();
    if length < 0x80 {
        // Just checked to fit into seven bits.
        out.push(u8::try_from(length).unwrap_or(0x7f));
    } else {
        let bytes: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
        out.push(0x80 | u8::try_from(bytes.len()).unwrap_or(8));
        out.extend(bytes);
    }
    out.extend_from_slice(content);
    out
}

/// A value whose content are other values.
pub(super) fn of(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    value(tag, &parts.concat())
}

/// A `SET OF`, its members in the order DER demands.
pub(super) fn set_of(tag: u8, mut members: Vec<Vec<u8>>) -> Vec<u8> {
    members.sort();
    value(tag, &members.concat())
}

/// An object identifier from its arcs.
pub(super) fn oid(arcs: &[u32]) -> Vec<u8> {
    let mut content = Vec::new();
    if let [first, second, rest @ ..] = arcs {
        for arc in std::iter::once(&(first * 40 + second)).chain(rest) {
            let mut groups = vec![arc & 0x7f];
            let mut left = arc >> 7;
            while left > 0 {
                groups.push(left & 0x7f | 0x80);
                left >>= 7;
            }
            content.extend(groups.into_iter().rev().filter_map(|group| u8::try_from(group).ok()));
        }
    }
    value(tag::OID, &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn object_identifiers_are_written_in_groups_of_seven_bits() {
        assert_eq!(oid(&[1, 2, 840, 113_549]), [0x06, 0x06, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]);
    }

    #[test]
    fn lengths_beyond_127_take_the_long_form() {
        assert_eq!(value(tag::OCTET_STRING, &[0; 127])[..2], [0x04, 0x7f]);
        assert_eq!(value(tag::OCTET_STRING, &[0; 128])[..3], [0x04, 0x81, 0x80]);
        assert_eq!(value(tag::OCTET_STRING, &[0; 256])[..4], [0x04, 0x82, 0x01, 0x00]);
    }
}
