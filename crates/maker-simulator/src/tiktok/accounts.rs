//! The pretend TikTok accounts. Several are private, because an app that is not audited may post to nothing else.

#[derive(Clone)]
pub(crate) struct Account {
    pub(crate) id: &'static str,
    pub(crate) username: &'static str,
    pub(crate) nickname: &'static str,
    pub(crate) private: bool,
    /// Seconds; every creator may post three minutes, some five or ten.
    pub(crate) longest_seconds: u32,
    pub(crate) comment_disabled: bool,
}

pub(crate) fn all() -> Vec<Account> {
    let account = |id, username, nickname, private, longest_seconds, comment_disabled| Account {
        id,
        username,
        nickname,
        private,
        longest_seconds,
        comment_disabled,
    };
    vec![
        account("amina", "amina.makes", "Amina makes pots", false, 600, false),
        account("kofi", "kofi_delivers", "Kofi delivers", true, 180, false),
        account("noor", "noor.quiet", "Noor", false, 300, true),
        account("tomas", "tomas_wood", "Tomás, wood", true, 180, false),
        account("ines", "ines.sells", "Inês sells", true, 180, false),
        account("yuki", "yuki_paper", "Yuki paper", true, 180, false),
        account("bao", "bao.bikes", "Bao bikes", true, 180, false),
        account("lena", "lena_loom", "Lena loom", true, 180, false),
    ]
}

impl Account {
    pub(crate) fn open_id(&self) -> String {
        format!("-000sim{}", self.id)
    }

    /// TikTok: what creator_info offers depends on whether the account is private.
    pub(crate) fn privacy_options(&self) -> [&'static str; 3] {
        let widest = if self.private { "FOLLOWER_OF_CREATOR" } else { "PUBLIC_TO_EVERYONE" };
        [widest, "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]
    }
}
