//! Whether a JPEG goes on to its end. Browsers and libraries show half of one and fill the rest with grey, so that
//! decoding does not tell; the other types say how long they are, and decoding does.

/// From the start to the end marker (T.81, annex B): segments say how long they are, and what is packed between them has no
/// marker of its own but restarts.
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    ends(bytes).is_some()
}

fn ends(bytes: &[u8]) -> Option<()> {
    const END: u8 = 0xd9;
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        // Packed data, and bytes that fill.
        let at = rest.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff))?;
        let marker = *rest.get(at + 1)?;
        rest = rest.get(at + 2..)?;
        match marker {
            END => return Some(()),
            // Restarts and the like stand alone.
            0x01 | 0xd0..=0xd8 => {}
            _ => {
                let length = rest.get(..2).map(|two| usize::from(two[0]) << 8 | usize::from(two[1]))?;
                rest = rest.get(length.max(2)..)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_ends_with_its_own_end_and_not_with_that_of_a_picture_inside_it() {
        let inside = [0xff, 0xe1, 0x00, 0x06, 0xff, 0xd8, 0xff, 0xd9];
        let packed = [0xff, 0xda, 0x00, 0x02, 0x12, 0xff, 0x00, 0xff, 0xd0, 0x34];
        let start = [&[0xff, 0xd8], &inside[..], &packed[..]].concat();
        let whole = [&start[..], &[0xff, 0xd9]].concat();
        assert!(jpeg_is_whole(&whole));
        assert!(jpeg_is_whole(&[&whole[..], b"what a camera adds"].concat()));
        for length in 0..whole.len() {
            assert!(!jpeg_is_whole(&whole[..length]), "{length}");
        }
    }
}
