//! Today's ids for old ones. An id that is a UUID stays; any other becomes the UUIDv5 of itself, the same at every run.

use uuid::Uuid;

/// Of this purpose only.
const NAMESPACE: Uuid = Uuid::from_u128(0x6b0d_5f3e_41c7_4a8f_9c52_7de1_06a3_b94d);

/// The id of what was `old` in the table `kind`.
pub(super) fn id(kind: &str, old: &str) -> Uuid {
    // Only in the form in which ids are written here: two spellings of one UUID were two rows.
    match Uuid::try_parse(old) {
        Ok(id) if id.to_string() == old => id,
        _ => derived(kind, old),
    }
}

/// An id for something that an old row leads to.
pub(super) fn derived(what: &str, old: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{what}:{old}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_id_leads_to_one_id_for_ever() {
        assert_eq!(id("videos", "clh3v2k1x0000").to_string(), "4b57ac0d-7329-5567-817a-9ea454f90951");
        assert_ne!(id("videos", "clh3v2k1x0000"), id("posts", "clh3v2k1x0000"));
        let kept = "0190a8b4-0000-7000-8000-00000000000a";
        assert_eq!(id("videos", kept).to_string(), kept);
        let upper = kept.to_uppercase();
        assert!(
            id("videos", &upper) != id("videos", kept) && id("videos", &upper) != id("videos", &kept.replace('-', ""))
        );
    }
}
