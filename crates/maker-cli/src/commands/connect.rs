//! `connect`, `disconnect`, `connections`.

use maker_app::views::{ConnectionView, SignInOutcome};
use maker_app::{Answer, AppError, ErrorCode, Studio, StudioEvent};
use maker_domain::Platform;
use maker_domain::connection::ConnectionStatus;
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, named, tell};

pub(crate) async fn connect(
    studio: &Studio,
    output: Output,
    platform: Platform,
    no_browser: bool,
    extras: bool,
) -> Answer<End> {
    let mut events = studio.events();
    let sign_in = studio.connect(platform, extras).await?;
    let opened = !no_browser && open::that_detached(&sign_in.authorize_url).is_ok();
    if opened && !output.json {
        tell(&format!("{}\n{}", say!("cli-waiting-for-browser"), sign_in.authorize_url));
    } else {
        output.result(&json!({ "authorize_url": sign_in.authorize_url }), || {
            format!("{}\n{}", say!("cli-open-address"), sign_in.authorize_url)
        });
    }
    let ended = loop {
        tokio::select! {
            event = events.recv() => match event {
                Ok(StudioEvent::SignInEnded(ended)) if ended.id == sign_in.id => break ended,
                Ok(_) | Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {}
                Err(tokio::sync::broadcast::error::RecvError::Closed) => {
                    return Err(AppError::new(ErrorCode::Internal, say!("cli-sign-in-lost")));
                }
            },
            _ = tokio::signal::ctrl_c() => studio.cancel_sign_in(sign_in.id),
        }
    };
    match ended.outcome {
        SignInOutcome::Connected | SignInOutcome::OtherAccount | SignInOutcome::ConnectedWithLess => {
            if let Some(view) = studio.connections().await?.into_iter().find(|v| v.platform == platform) {
                output.result(&connection(&view), || ended.message.clone());
            }
            Ok(End::Done)
        }
        SignInOutcome::NoNetwork => Err(AppError::new(ErrorCode::TryLater, ended.message)),
        SignInOutcome::Refused
        | SignInOutcome::Cancelled
        | SignInOutcome::TimedOut
        | SignInOutcome::Keyring
        | SignInOutcome::PlatformRefused => Err(AppError::new(ErrorCode::NeedsMaker, ended.message)),
    }
}

pub(crate) async fn disconnect(studio: &Studio, output: Output, platform: Platform) -> Answer<End> {
    let done = studio.disconnect(platform).await?;
    output.result(&done, || match done.link {
        Some(link) => format!("{} {} {}", done.message, say!("cli-do-it-here"), Studio::help_address(link)),
        None => done.message.clone(),
    });
    Ok(End::Done)
}

pub(crate) async fn list(studio: &Studio, output: Output) -> Answer<End> {
    for view in studio.connections().await? {
        output.result(&connection(&view), || {
            let stands = match &view.connection {
                None => say!("cli-not-connected"),
                Some(c) if c.status == ConnectionStatus::SignInAgain => {
                    say!("cli-must-sign-in", account = &c.account_name)
                }
                Some(c) => say!("cli-connected", account = &c.account_name),
            };
            named(view.platform.name(), &stands)
        });
    }
    Ok(End::Done)
}

fn connection(view: &ConnectionView) -> serde_json::Value {
    let scopes = |granted: bool| -> Vec<&str> {
        let rights = view.connection.iter().flat_map(|c| &c.rights);
        rights.filter(|r| r.granted == granted).map(|r| r.scope.as_str()).collect()
    };
    json!({
        "platform": view.platform,
        "status": view.connection.as_ref().map(|c| c.status),
        "account_name": view.connection.as_ref().map(|c| &c.account_name),
        "scopes": scopes(true),
        "missing_scopes": scopes(false),
        "renew_by": view.connection.as_ref().and_then(|c| c.renew_by),
    })
}
