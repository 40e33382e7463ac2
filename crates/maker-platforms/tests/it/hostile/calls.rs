//! Every call of the trait, and what must hold of whatever it gives back.

use std::time::Duration;

use bytes::Bytes;
use chrono::TimeDelta;
use maker_domain::Platform;
use maker_domain::draft::YoutubePrivacy;
use maker_domain::followup::PlaylistChoice;
use maker_domain::reason::Reason;
use maker_platforms::{ApiError, Following, Session, Standing, StepWork};

use super::server::Server;
use crate::content;
use crate::posts::{good, noon, video};
use crate::stub::token;

const SIZE: u64 = 70_000;
/// No text that is kept is longer, an address aside.
const SHORT: usize = 2_200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Account,
    Creator,
    Open,
    Ask,
    Send,
    Follow,
    Forget,
    Playlists,
    Thumbnail,
    Captions,
    Item,
    NewList,
}

/// A call at a platform; `tried` matters to steps only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) at: Platform,
    pub(super) kind: Kind,
    pub(super) tried: bool,
}

type Checked = Result<(), String>;

impl Call {
    pub(super) const ALL: [Self; 21] = {
        use Kind::{Account, Ask, Captions, Creator, Follow, Forget, Item, NewList, Open, Playlists, Send, Thumbnail};
        const fn youtube(kind: Kind, tried: bool) -> Call {
            Call { at: Platform::Youtube, kind, tried }
        }
        const fn tiktok(kind: Kind) -> Call {
            Call { at: Platform::Tiktok, kind, tried: false }
        }
        [
            youtube(Account, false),
            youtube(Open, false),
            youtube(Ask, false),
            youtube(Send, false),
            youtube(Follow, false),
            youtube(Forget, false),
            youtube(Playlists, false),
            youtube(Thumbnail, false),
            youtube(Captions, false),
            youtube(Captions, true),
            youtube(Item, false),
            youtube(Item, true),
            youtube(NewList, false),
            youtube(NewList, true),
            tiktok(Account),
            tiktok(Creator),
            tiktok(Open),
            tiktok(Ask),
            tiktok(Send),
            tiktok(Follow),
            tiktok(Forget),
        ]
    };

    pub(super) async fn make(self, server: &Server) -> Checked {
        let (api, token, now, post) = (server.api(self.at), token(), noon(), good(self.at));
        let session = self.session(&server.origin);
        match self.kind {
            Kind::Account => checked(api.account(&token).await, |account| {
                is_id(&account.id)?;
                is_short(&account.name)?;
                account.avatar_url.as_deref().map_or(Ok(()), |url| is_address(url, None))
            }),
            Kind::Creator => checked(api.creator_info(&token, now).await, |creator| {
                let Some(creator) = creator else { return Ok(()) };
                is_short(&creator.nickname)?;
                is_short(&creator.username)?;
                creator.privacy_options.iter().try_for_each(|level| is_short(level))?;
                holds(creator.privacy_options.len() <= 16, "too many levels")
            }),
            Kind::Open => checked(api.open(&token, &post, &video(SIZE), now).await, |session| {
                use secrecy::ExposeSecret;
                is_address(session.address.expose_secret(), Some(&server.origin))?;
                holds(session.total_bytes == SIZE && session.chunk_bytes > 0, "a session for another file")?;
                session.handle.as_deref().map_or(Ok(()), is_id)
            }),
            Kind::Ask => checked(api.ask(&token, &session, now).await, |standing| is_standing(standing, SIZE)),
            Kind::Send => {
                let range = 0..SIZE / 2;
                let sent = api.send(&token, &session, range.clone(), content::body(range.clone()), now).await;
                checked(sent, |standing| {
                    // The first half cannot be all of a video.
                    holds(
                        self.at == Platform::Tiktok || !matches!(standing, Standing::Complete { .. }),
                        "done too soon",
                    )?;
                    is_standing(standing, if self.at == Platform::Youtube { range.end } else { SIZE })
                })
            }
            Kind::Follow => checked(api.follow(&token, "video", &post, now).await, |following| match following {
                Following::Processing { .. } | Following::Scheduled { .. } => Ok(()),
                Following::Failed { reason } => is_reason(reason),
                Following::Published(video) => {
                    let web =
                        if self.at == Platform::Youtube { "https://www.youtube.com" } else { "https://www.tiktok.com" };
                    is_address(&video.url, Some(web))?;
                    video.thumbnail_url.as_deref().map_or(Ok(()), |url| is_address(url, None))?;
                    video.title.as_deref().map_or(Ok(()), is_short)?;
                    holds(video.duration_s.is_none_or(|s| s > 0.0 && s.is_finite()), "a length that cannot be")
                }
            }),
            Kind::Forget => checked(api.forget(&token, &session).await, |()| Ok(())),
            Kind::Playlists => checked(api.playlists(&token, now).await, |lists| {
                holds(lists.len() <= 200, "too many playlists")?;
                lists.iter().try_for_each(|list| is_id(&list.id).and_then(|()| is_short(&list.title)))
            }),
            Kind::Thumbnail | Kind::Captions | Kind::Item | Kind::NewList => {
                checked(api.do_step(&token, "video", &self.step(), self.tried, now).await, |()| Ok(()))
            }
        }
    }

    fn session(self, origin: &str) -> Session {
        Session {
            address: format!("{origin}/session").into(),
            handle: (self.at == Platform::Tiktok).then(|| "v_pub_file~1".into()),
            chunk_bytes: SIZE / 2,
            total_bytes: SIZE,
            content_type: "video/mp4".into(),
            opened_at: noon(),
            expires_at: None,
        }
    }

    fn step(self) -> StepWork {
        match self.kind {
            Kind::Captions => StepWork::Captions {
                language: "fr".into(),
                name: "Main".into(),
                file: Bytes::from_static(b"1\n00:00:01,000 --> 00:00:02,000\nSalut\n"),
            },
            Kind::Item => {
                StepWork::Playlist { playlist: PlaylistChoice::Existing { id: "PL1".into(), title: "A".into() } }
            }
            Kind::NewList => StepWork::Playlist {
                playlist: PlaylistChoice::New { title: "Bowls".into(), privacy: YoutubePrivacy::Private },
            },
            _ => StepWork::Thumbnail { image: Bytes::from_static(b"\xFF\xD8\xFFand so on") },
        }
    }
}

fn checked<T>(done: Result<T, ApiError>, good: impl FnOnce(&T) -> Checked) -> Checked {
    match done {
        Ok(value) => good(&value),
        Err(error) => is_error(&error),
    }
}

fn is_error(error: &ApiError) -> Checked {
    holds(!format!("{error:?} {error}").contains("TOP-SECRET-TOKEN"), "the token is in an error")?;
    match error {
        ApiError::Refused { reason } => is_reason(reason),
        ApiError::Busy { retry_after } => {
            holds(retry_after.is_none_or(|pause| pause <= Duration::from_secs(3_600)), "a pause of more than an hour")
        }
        ApiError::NotBefore { until, .. } => {
            holds(noon() < *until && *until <= noon() + TimeDelta::hours(48), "a limit that does not end")
        }
        ApiError::Network { offline } => holds(!*offline, "somebody answered, and it counts as offline"),
        ApiError::TokenRejected | ApiError::SessionGone | ApiError::Odd { .. } => Ok(()),
    }
}

fn is_standing(standing: &Standing, most: u64) -> Checked {
    match standing {
        Standing::Stored { bytes } => holds(*bytes <= most, "more stored than there is"),
        Standing::Complete { remote_id } => is_id(remote_id),
        Standing::Failed { reason } => is_reason(reason),
        Standing::Gone => Ok(()),
    }
}

fn is_reason(reason: &Reason) -> Checked {
    let words = reason.platform_words.as_deref().unwrap_or_default();
    holds(words.chars().count() <= 500 && !words.contains(char::is_control), "words that are long or unseen")
}

fn is_id(id: &str) -> Checked {
    holds((1..=512).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic()), "an id that is none")
}

fn is_short(text: &str) -> Checked {
    let unseen = text.chars().any(|c| c.is_control() && c != '\n');
    holds(text.chars().count() <= SHORT && !unseen, "a text that is long or unseen")
}

/// An https address (or one of this computer), at `origin` if one is given, that names nobody's password.
fn is_address(text: &str, origin: Option<&str>) -> Checked {
    let url = url::Url::parse(text).map_err(|_| "an address that is none".to_owned())?;
    holds(text.len() <= 8_192, "a long address")?;
    holds(url.username().is_empty() && url.password().is_none(), "a name or password in an address")?;
    holds(
        url.scheme() == "https"
            || text.starts_with("http://127.0.0.1:")
            || text.starts_with("http://localhost")
            || text.starts_with("http://[::1]")
            || text.starts_with("http://127."),
        "an open address",
    )?;
    holds(origin.is_none_or(|origin| url.origin().ascii_serialization() == origin), "an address on a foreign host")
}

fn holds(it_does: bool, otherwise: &str) -> Checked {
    if it_does { Ok(()) } else { Err(otherwise.to_owned()) }
}
