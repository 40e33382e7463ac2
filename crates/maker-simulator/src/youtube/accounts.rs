//! The pretend Google accounts a person can choose from. Each has a reason to exist: see the README's table.

pub(crate) struct Account {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    /// A Google account need not have a YouTube channel.
    pub(crate) channel: Option<Channel>,
    /// Channels that are not phone-verified may not set thumbnails.
    pub(crate) phone_verified: bool,
    /// False for a channel's manager who may look but not upload.
    pub(crate) may_upload: bool,
}

pub(crate) struct Channel {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) handle: &'static str,
    /// Every channel has one playlist to begin with.
    pub(crate) playlist: &'static str,
    pub(crate) subscribers: u64,
}

pub(crate) const ACCOUNTS: &[Account] = &[
    Account {
        id: "amina",
        name: "Amina Bello",
        email: "amina@example.com",
        channel: Some(Channel {
            id: "UCaminabellopotteryclay0",
            title: "Amina's Pottery",
            handle: "@aminaspottery",
            playlist: "PLaminabellopotteryclay000000000000",
            subscribers: 1840,
        }),
        phone_verified: true,
        may_upload: true,
    },
    Account {
        id: "kofi",
        name: "Kofi Mensah",
        email: "kofi@example.com",
        channel: Some(Channel {
            id: "UCkofimensahdeliveries00",
            title: "Kofi Delivers",
            handle: "@kofidelivers",
            playlist: "PLkofimensahdeliveries0000000000000",
            subscribers: 212,
        }),
        phone_verified: false,
        may_upload: true,
    },
    Account {
        id: "lucia",
        name: "Lucia Ferreira",
        email: "lucia@example.com",
        channel: None,
        phone_verified: false,
        may_upload: true,
    },
    Account {
        id: "viewer",
        name: "Studio Viewer",
        email: "viewer@example.com",
        channel: Some(Channel {
            id: "UCstudioviewerreadonly00",
            title: "Shared Studio",
            handle: "@sharedstudio",
            playlist: "PLstudioviewerreadonly0000000000000",
            subscribers: 9,
        }),
        phone_verified: true,
        may_upload: false,
    },
];

pub(crate) fn account(id: &str) -> Option<&'static Account> {
    ACCOUNTS.iter().find(|account| account.id == id)
}

pub(crate) fn channel_by_id(id: &str) -> Option<(&'static Account, &'static Channel)> {
    with_channels().find(|(_, channel)| channel.id == id)
}

pub(crate) fn channel_by_handle(handle: &str) -> Option<(&'static Account, &'static Channel)> {
    with_channels().find(|(_, channel)| channel.handle == handle)
}

fn with_channels() -> impl Iterator<Item = (&'static Account, &'static Channel)> {
    ACCOUNTS.iter().filter_map(|account| Some((account, account.channel.as_ref()?)))
}
