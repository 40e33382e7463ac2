//! Connections: signing in by the browser, what was granted, and giving it back.

use std::sync::PoisonError;

use maker_connections::{Asking, Disconnected as AtPlatform, Grant, Return, SignInError, TokenError};
use maker_delivery::Access;
use maker_domain::Platform;
use maker_domain::connection::{Account, ConnectionStatus};
use maker_domain::delivery::StateName;
use maker_domain::id::{ConnectionId, SignInId};
use maker_domain::numbers::too_old;
use maker_domain::quota::day_limit;
use maker_domain::reason::ReasonCode;
use maker_platforms::ApiError;
use maker_store::audit::{AuditAction, NewAudit};
use maker_store::connections::Connection;
use maker_words::say;

use crate::events::StudioEvent;
use crate::rights;
use crate::studio::{Face, Studio};
use crate::views::{
    ConnectedAccount, ConnectionView, Disconnected, HelpLink, SignInEnd, SignInOutcome, SignInView, UploadLimit,
};
use crate::{Answer, AppError, ErrorCode};

impl Studio {
    /// Every platform, connected or not.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn connections(&self) -> Answer<Vec<ConnectionView>> {
        let rows = self.inner.store.connections().await?;
        let mut limits = Vec::new();
        for platform in Platform::ALL {
            let limit = day_limit(platform, self.inner.now());
            let begun = self.inner.store.uploads_begun(platform, limit.since).await?;
            limits.push(UploadLimit { uploads: limit.uploads, begun, until: limit.until });
        }
        let waiting = self.inner.waiting_sign_ins.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(Platform::ALL
            .into_iter()
            .zip(limits)
            .map(|(platform, limit)| ConnectionView {
                platform,
                limit,
                set_up: self.inner.config.platform(platform).is_set_up(),
                connection: rows.iter().find(|c| c.platform == platform).map(account_view),
                sign_in: waiting.values().find(|s| s.platform == platform).cloned(),
                asks: rights::of(platform, &[]),
                extras: rights::extras(
                    platform,
                    rows.iter().find(|c| c.platform == platform).map_or(&[], |c| c.scopes.as_slice()),
                ),
            })
            .collect())
    }

    /// Begins a sign-in, with `extras` also for what captions and playlists need. Its end comes as [`StudioEvent::SignInEnded`]; opening the browser is the face's part.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] when there is no client id or the password store cannot keep the result.
    pub async fn connect(&self, platform: Platform, extras: bool) -> Answer<SignInView> {
        let earlier: Vec<SignInId> = {
            let waiting = self.inner.waiting_sign_ins.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.values().filter(|s| s.platform == platform).map(|s| s.id).collect()
        };
        for id in earlier {
            self.inner.sign_ins.cancel(id);
        }
        let before = self.inner.store.connection(platform).await?.map(|c| c.scopes).unwrap_or_default();
        // Connecting again must not take away what was allowed before.
        let asking = if extras { Asking::UploadAndSteps } else { Asking::again(platform, &before) };
        let back = match self.inner.face {
            Face::Window => Return::DeepLink,
            Face::CommandLine => Return::Listener,
        };
        let pending = self.inner.sign_ins.begin_asking(platform, back, asking).await.map_err(|error| {
            let code = if error == SignInError::NoListener { ErrorCode::TryLater } else { ErrorCode::NeedsMaker };
            AppError::new(code, error.to_string())
        })?;
        let view = SignInView {
            id: pending.id,
            platform,
            authorize_url: pending.authorize_url.to_string(),
            expires_at: pending.expires_at,
        };
        self.inner.waiting_sign_ins.lock().unwrap_or_else(PoisonError::into_inner).insert(pending.id, view.clone());
        let studio = self.clone();
        tokio::spawn(async move { studio.finish(pending.id, platform).await });
        self.inner.changed("social_connections");
        Ok(view)
    }

    /// The sign-in that waits under `id`.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it is over.
    pub fn sign_in(&self, id: SignInId) -> Answer<SignInView> {
        let waiting = self.inner.waiting_sign_ins.lock().unwrap_or_else(PoisonError::into_inner);
        let found = waiting.get(&id).cloned();
        found.ok_or_else(|| AppError::new(ErrorCode::NotFound, say!("connect-over")))
    }

    /// Ends a sign-in that waits.
    pub fn cancel_sign_in(&self, id: SignInId) {
        self.inner.sign_ins.cancel(id);
    }

    /// Takes a deep link that reached this process. A link that is not ours, or not expected, changes nothing.
    pub fn take_link(&self, link: &str) {
        if let Err(error) = self.inner.sign_ins.finish_by_link(link, self.inner.now()) {
            // The link itself may hold a code: only what is wrong with it is written.
            tracing::info!(%error, "a deep link was not taken");
        }
    }

    async fn finish(&self, id: SignInId, platform: Platform) {
        let ended = match self.inner.sign_ins.wait(id).await {
            Ok(grant) => self.adopt(grant).await,
            Err(error) => Err(error),
        };
        self.inner.waiting_sign_ins.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        let (outcome, message) = match ended {
            Ok(done) => done,
            Err(error) => {
                self.note_refusal(platform, outcome_of(&error)).await;
                (outcome_of(&error), message_of(&error))
            }
        };
        self.inner.changed("social_connections");
        self.inner.tell(StudioEvent::SignInEnded(SignInEnd { id, platform, outcome, message }));
    }

    /// Tokens into the password store, then the row, then the audit entry; then whatever waited for it goes on.
    async fn adopt(&self, grant: Grant) -> Result<(SignInOutcome, String), SignInError> {
        let platform = grant.platform;
        let account = self.whose(&grant).await?;
        let before = self.inner.store.connection(platform).await.ok().flatten();
        let other = before.as_ref().filter(|b| b.account.id != account.id).map(|b| b.account.name.clone());
        let id = before.map_or_else(ConnectionId::make, |b| b.id);
        let scopes = grant.tokens.scopes.clone();
        let expires_at = grant.tokens.refresh_expires_at;
        self.inner.keys.keeper.adopt(id, grant.tokens).await.map_err(|error| match error {
            TokenError::Vault(vault) => SignInError::Vault(vault),
            other => SignInError::PlatformSaidNo { platform, words: other.to_string() },
        })?;
        let now = self.inner.now();
        let written = async {
            let (_, maker_id) = self.inner.store.local_maker().await?;
            let row = Connection {
                id,
                platform,
                maker_id,
                account: account.clone(),
                scopes: scopes.clone(),
                expires_at,
                status: ConnectionStatus::Connected,
                last_used_at: None,
                created_at: now,
            };
            self.inner.store.save_connection(&row, now).await?;
            let entry = NewAudit {
                platform,
                account: Some(&account.name),
                action: AuditAction::Connect,
                scope: Some(&scopes.join(" ")),
                outcome: "OK",
                subject: Some(&id.to_string()),
            };
            self.inner.store.record(entry, now).await?;
            self.inner.store.retry_steps_after_sign_in(platform, now).await?;
            self.inner.store.hurry_numbers(platform).await?;
            self.inner.store.go_on_after_sign_in(platform, now).await
        };
        if let Err(error) = written.await {
            tracing::error!(%error, "a connection could not be written");
            return Err(SignInError::PlatformSaidNo { platform, words: error.to_string() });
        }
        if let Some(engine) = self.inner.engine() {
            engine.look();
        }
        self.inner.changed("deliveries");
        Ok(told(platform, &account, &scopes, other))
    }

    /// Notes a sign-in that led to nothing.
    async fn note_refusal(&self, platform: Platform, outcome: SignInOutcome) {
        let code = serde_json::to_value(outcome).ok();
        let outcome = code.as_ref().and_then(|code| code.as_str()).unwrap_or("REFUSED");
        let action = AuditAction::Connect;
        self.inner.keys.note(NewAudit { platform, account: None, action, scope: None, outcome, subject: None }).await;
    }

    async fn whose(&self, grant: &Grant) -> Result<Account, SignInError> {
        let platform = grant.platform;
        let no = |words: String| SignInError::PlatformSaidNo { platform, words };
        let api = self.inner.api(platform).map_err(|e| no(e.message))?;
        match api.account(&grant.tokens.access()).await {
            Ok(account) => Ok(account),
            // Without the right to be told, the connection still serves what was granted.
            Err(ApiError::Refused { reason }) if reason.code == ReasonCode::MissingScope => {
                Ok(Account { id: String::new(), name: format!("{platform} account"), avatar_url: None })
            }
            Err(ApiError::Refused { reason }) => {
                let explanation = reason.code.explain(platform);
                Err(no(format!("{} {}", explanation.what, explanation.next)))
            }
            Err(ApiError::Network { .. }) => Err(SignInError::NoNetwork(platform)),
            Err(other) => Err(no(format!("{other:?}"))),
        }
    }

    /// Gives the rights back at the platform, wipes them here, and stops what needs them.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] without a connection; [`ErrorCode::NeedsMaker`] when the password store cannot be wiped.
    pub async fn disconnect(&self, platform: Platform) -> Answer<Disconnected> {
        let Some(connection) = self.inner.store.connection(platform).await? else {
            return Err(AppError::new(ErrorCode::NotFound, say!("reason-not-connected", platform = platform.name())));
        };
        let at_platform = self.inner.keys.keeper.disconnect(connection.id, platform).await.map_err(|error| {
            let message = say!("connect-stays", why = error.to_string(), platform = platform.name());
            AppError { code: ErrorCode::NeedsMaker, message, field: None, cause: Some(Box::new(error)) }
        })?;
        self.inner.store.remove_connection(connection.id).await?;
        if too_old(platform, self.inner.now()).is_some() {
            // What was read with the maker's leave goes with it, as the platform's rules ask.
            self.inner.store.forget_numbers(platform, None).await?;
            self.inner.changed("videos");
        }
        let revoked = at_platform == AtPlatform::Revoked;
        let entry = NewAudit {
            platform,
            account: Some(&connection.account.name),
            action: AuditAction::Revoke,
            scope: None,
            outcome: if revoked { "OK" } else { "NOT_REVOKED" },
            subject: Some(&connection.id.to_string()),
        };
        self.inner.store.record(entry, self.inner.now()).await?;
        let stops = |d: &maker_store::deliveries::Delivery| {
            d.platform == platform && (d.state.name().runs_by_itself() || d.state.name() == StateName::Paused)
        };
        let stopped = self.inner.store.deliveries().await?.iter().filter(|d| stops(d)).count();
        if let Some(engine) = self.inner.engine() {
            engine.interrupt_all(platform);
            engine.look();
        }
        self.inner.changed("social_connections");
        self.inner.changed("deliveries");
        let stopped = u32::try_from(stopped).unwrap_or(u32::MAX);
        Ok(farewell(platform, stopped, &at_platform))
    }

    /// A page of the fixed list that the window may open.
    #[must_use]
    pub fn help_address(link: HelpLink) -> &'static str {
        match link {
            HelpLink::TiktokMusicUsage => "https://www.tiktok.com/legal/page/global/music-usage-confirmation/en",
            HelpLink::TiktokBrandedContent => "https://www.tiktok.com/legal/page/global/bc-policy/en",
            HelpLink::GoogleConnections => "https://myaccount.google.com/connections",
            HelpLink::TiktokSettings => "https://www.tiktok.com/setting",
            HelpLink::YoutubeCreateChannel => "https://support.google.com/youtube/answer/1646861",
        }
    }

    /// Whether a live token can be had for `platform`, for the doctor.
    pub(crate) async fn has_live_token(&self, platform: Platform) -> bool {
        self.inner.keys.token(platform).await.is_ok()
    }
}

fn account_view(row: &Connection) -> ConnectedAccount {
    ConnectedAccount {
        id: row.id,
        account_name: row.account.name.clone(),
        status: row.status,
        rights: rights::of(row.platform, &row.scopes),
        connected_at: row.created_at,
        last_used_at: row.last_used_at,
        renew_by: row.expires_at,
    }
}

fn told(platform: Platform, account: &Account, scopes: &[String], other: Option<String>) -> (SignInOutcome, String) {
    let (name, account) = (platform.name(), &account.name);
    let is_other = other.is_some();
    let told = match other {
        Some(before) => say!("connect-other", platform = name, account = account, before = before),
        None => say!("connect-done", platform = name, account = account),
    };
    let mut refused = rights::of(platform, scopes).into_iter().filter(|r| !r.granted).peekable();
    if refused.peek().is_none() {
        let outcome = if is_other { SignInOutcome::OtherAccount } else { SignInOutcome::Connected };
        return (outcome, told);
    }
    let refused = rights::one_after_another(refused.map(|r| r.means.to_lowercase()));
    let message = say!("connect-less", told = told, rights = refused);
    (SignInOutcome::ConnectedWithLess, message)
}

fn outcome_of(error: &SignInError) -> SignInOutcome {
    match error {
        SignInError::RefusedByMaker => SignInOutcome::Refused,
        SignInError::Cancelled => SignInOutcome::Cancelled,
        SignInError::TimedOut => SignInOutcome::TimedOut,
        SignInError::NoNetwork(_) => SignInOutcome::NoNetwork,
        SignInError::Vault(_) => SignInOutcome::Keyring,
        SignInError::PlatformSaidNo { .. } | SignInError::NotSetUp(_) | SignInError::NoListener => {
            SignInOutcome::PlatformRefused
        }
    }
}

fn message_of(error: &SignInError) -> String {
    match error {
        SignInError::PlatformSaidNo { platform, words } => {
            say!("connect-platform-said", platform = platform.name(), words = words)
        }
        other => other.to_string(),
    }
}

fn farewell(platform: Platform, stopped: u32, at_platform: &AtPlatform) -> Disconnected {
    let with_uploads = |told: String| match stopped {
        0 => told,
        count => say!("connect-stopped", told = told, count = count),
    };
    match at_platform {
        AtPlatform::Revoked => Disconnected {
            platform,
            stopped,
            revoked: true,
            message: with_uploads(say!("connect-revoked", platform = platform.name())),
            link: None,
        },
        AtPlatform::CouldNotRevoke { why, .. } => Disconnected {
            platform,
            stopped,
            revoked: false,
            message: with_uploads(say!("connect-not-revoked", platform = platform.name(), why = why)),
            link: Some(match platform {
                Platform::Youtube => HelpLink::GoogleConnections,
                Platform::Tiktok => HelpLink::TiktokSettings,
            }),
        },
    }
}
