//! EBML (RFC 8794): elements of an id, a length and a body, as Matroska and WebM use them.

/// An element inside a slice.
pub(crate) struct Element<'a> {
    pub(crate) id: u32,
    pub(crate) body: &'a [u8],
}

/// An element's header: id, length of the body (`None` when it is open-ended), length of the header itself.
pub(crate) struct Header {
    pub(crate) id: u32,
    pub(crate) size: Option<u64>,
    pub(crate) length: u64,
}

/// No header is longer: four bytes of id, eight of length.
pub(crate) const LONGEST_HEADER: u64 = 12;

/// Reads a header at the start of `bytes`.
pub(crate) fn header(bytes: &[u8]) -> Option<Header> {
    let id_length = bytes.first()?.leading_zeros() as usize + 1;
    if id_length > 4 {
        return None;
    }
    let id = bytes.get(..id_length)?.iter().fold(0, |id, b| (id << 8) | u32::from(*b));
    let first = *bytes.get(id_length)?;
    let size_length = first.leading_zeros() as usize + 1;
    if size_length > 8 {
        return None;
    }
    let raw = bytes.get(id_length..id_length + size_length)?.iter().fold(0, |n, b| (n << 8) | u64::from(*b));
    let most = (1_u64 << (7 * size_length)) - 1;
    let size = raw & most;
    Some(Header { id, size: (size != most).then_some(size), length: (id_length + size_length) as u64 })
}

/// The children in `body`; what does not fit ends them.
pub(crate) fn children(mut body: &[u8]) -> impl Iterator<Item = Element<'_>> {
    std::iter::from_fn(move || {
        let header = header(body)?;
        let start = usize::try_from(header.length).ok()?;
        let end = start.checked_add(usize::try_from(header.size?).ok()?)?;
        let element = Element { id: header.id, body: body.get(start..end)? };
        body = body.get(end..)?;
        Some(element)
    })
}

/// The first child with `id`.
pub(crate) fn child(body: &[u8], id: u32) -> Option<&[u8]> {
    children(body).find(|element| element.id == id).map(|element| element.body)
}

/// An unsigned number of up to eight bytes.
pub(crate) fn unsigned(body: &[u8]) -> Option<u64> {
    (body.len() <= 8).then(|| body.iter().fold(0, |n, b| (n << 8) | u64::from(*b)))
}

/// A float of four or eight bytes.
pub(crate) fn float(body: &[u8]) -> Option<f64> {
    match body.len() {
        4 => body.first_chunk().map(|b| f64::from(f32::from_be_bytes(*b))),
        8 => body.first_chunk().map(|b| f64::from_be_bytes(*b)),
        _ => None,
    }
}

/// Text, which may be padded with zeros.
pub(crate) fn text(body: &[u8]) -> Option<String> {
    std::str::from_utf8(body).ok().map(|text| text.trim_end_matches('\0').to_owned())
}

/// The document type in the file's first element.
pub(crate) fn doctype(head: &[u8]) -> Option<String> {
    child(child(head, 0x1A45_DFA3)?, 0x4282).and_then(text)
}
