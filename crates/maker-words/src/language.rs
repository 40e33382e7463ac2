/// A language in which the programs speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// The words are written in it first.
    English,
    /// -
    French,
    /// -
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Arabic];

    /// Its code (BCP 47), which is also the name of its folder.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Arabic => "ar",
        }
    }

    /// The language of a tag such as `fr-CA` or `fr_FR.UTF-8`, if it is spoken here.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let code = tag.trim().split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// Whether it is written from the right.
    #[must_use]
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// What stands between the thousands.
    pub(crate) const fn thousands(self) -> char {
        match self {
            Self::French => '\u{202F}',
            Self::English | Self::Arabic => ',',
        }
    }

    /// What stands before the decimals.
    #[must_use]
    pub const fn decimals(self) -> char {
        match self {
            Self::French => ',',
            Self::English | Self::Arabic => '.',
        }
    }
}
