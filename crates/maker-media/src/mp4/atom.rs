//! Boxes: four letters and a length. Each is read by its header alone, and its children only when asked for.

use std::io::{Read, Seek};

use crate::{
    Damage,
    source::{Fault, Source},
};

/// Where a box is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) kind: [u8; 4],
    /// First byte after the header.
    pub(super) body: u64,
    /// First byte after the box. At the top level this may lie beyond the file.
    pub(super) end: u64,
}

/// The box at `at`, or `None` where its parent has no room for one more.
pub(super) fn read<R: Read + Seek>(source: &mut Source<R>, at: u64, parent_end: u64) -> Result<Option<Atom>, Fault> {
    if parent_end.saturating_sub(at) < 8 {
        return Ok(None);
    }
    let [s0, s1, s2, s3, kind @ ..] = source.array::<8>(at)?;
    let (header, size) = match u32::from_be_bytes([s0, s1, s2, s3]) {
        0 => (8, parent_end - at),
        1 => (16, u64::from_be_bytes(source.array(at + 8)?)),
        size => (8, u64::from(size)),
    };
    let printable = kind.iter().all(|b| b.is_ascii_graphic() || *b == b' ' || *b == 0xA9);
    if size < header || !printable {
        return Err(Damage::Nonsense.into());
    }
    let end = at.checked_add(size).ok_or(Damage::Nonsense)?;
    Ok(Some(Atom { kind, body: at + header, end }))
}

/// The children of `parent`, one after the other, as long as `visit` says `true`.
pub(super) fn each_child<R: Read + Seek>(
    source: &mut Source<R>,
    parent: Atom,
    mut visit: impl FnMut(&mut Source<R>, Atom) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut at = parent.body;
    while let Some(child) = read_child(source, at, parent.end)? {
        if child.end > parent.end {
            return Err(Damage::Nonsense.into());
        }
        if !visit(source, child)? {
            break;
        }
        at = child.end;
    }
    Ok(())
}

/// QuickTime ends some lists with four zero bytes, which read as a box without letters: that is an end, not a fault.
fn read_child<R: Read + Seek>(source: &mut Source<R>, at: u64, end: u64) -> Result<Option<Atom>, Fault> {
    if end.saturating_sub(at) >= 8 && source.array::<4>(at)? == [0; 4] {
        return Ok(None);
    }
    read(source, at, end)
}

/// Follows `path` down, taking the first of each kind.
pub(super) fn find<R: Read + Seek>(
    source: &mut Source<R>,
    parent: Atom,
    path: &[&[u8; 4]],
) -> Result<Option<Atom>, Fault> {
    let mut here = parent;
    for kind in path {
        let mut found = None;
        each_child(source, here, |_, child| {
            if &child.kind == *kind {
                found = Some(child);
            }
            Ok(found.is_none())
        })?;
        match found {
            Some(child) => here = child,
            None => return Ok(None),
        }
    }
    Ok(Some(here))
}

/// `N` bytes at `offset` inside `atom`.
pub(super) fn field<R: Read + Seek, const N: usize>(
    source: &mut Source<R>,
    atom: Atom,
    offset: u64,
) -> Result<[u8; N], Fault> {
    let start = atom.body + offset;
    if start + N as u64 > atom.end {
        return Err(Damage::Nonsense.into());
    }
    source.array(start)
}

/// A 32-bit number at `offset` inside `atom`.
pub(super) fn number<R: Read + Seek>(source: &mut Source<R>, atom: Atom, offset: u64) -> Result<u32, Fault> {
    Ok(u32::from_be_bytes(field(source, atom, offset)?))
}

/// A 32-bit number at `narrow` in version 0, a 64-bit one at `wide` in version 1.
pub(super) fn versioned<R: Read + Seek>(
    source: &mut Source<R>,
    atom: Atom,
    narrow: u64,
    wide: u64,
) -> Result<u64, Fault> {
    match field::<_, 1>(source, atom, 0)? {
        [0] => Ok(u64::from(number(source, atom, narrow)?)),
        _ => Ok(u64::from_be_bytes(field(source, atom, wide)?)),
    }
}
