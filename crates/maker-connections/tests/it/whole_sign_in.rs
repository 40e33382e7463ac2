//! Whole sign-ins in every way back, and how they end otherwise.

use maker_connections::{Asking, Disconnected, Return, SignInError, TokenError, asked_scopes, scopes_asked_for};
use maker_domain::Platform;

use crate::session::sessions;
use crate::stage::{Mode, Stage, browse, entry, stored};

sessions! {
    Unlocked: async fn every_way_back_signs_in_on_both_platforms_and_disconnects() {
        for (mode, back) in [(Mode::Own, Return::DeepLink), (Mode::Relay, Return::DeepLink), (Mode::Relay, Return::Listener)] {
            let stage = Stage::set(mode);
            for platform in Platform::ALL {
                let grant = stage.sign_in(platform, back, "simulator_answer=allow").await.unwrap();
                assert_eq!(grant.tokens.scopes, asked_scopes(platform), "{mode:?} {back:?}");
                let connection = maker_domain::id::ConnectionId::make();
                stage.keeper.adopt(connection, grant.tokens).await.unwrap();
                let token = stage.keeper.access_token(connection, platform).await.unwrap();
                assert_eq!(stored(connection)["access_token"], token.expose());

                let ended = stage.keeper.disconnect(connection, platform).await.unwrap();
                assert_eq!(ended, Disconnected::Revoked, "{mode:?} {platform}");
                assert!(matches!(entry(connection).get_secret(), Err(keyring::Error::NoEntry)), "f46: the entry is gone");
                let after = stage.keeper.access_token(connection, platform).await;
                assert!(matches!(after, Err(TokenError::SignInAgain { .. })), "{after:?}");
            }
        }
    }

    Unlocked: async fn f46_a_disconnect_that_the_platform_does_not_hear_wipes_the_keyring_and_says_where_to_do_the_rest() {
        let stage = Stage::set(Mode::Relay);
        for platform in Platform::ALL {
            let connection = stage.connect(platform).await;
            stage.order(serde_json::json!({"kind": "status_503", "on": "token"})).await;
            let ended = stage.keeper.disconnect(connection, platform).await.unwrap();
            assert!(matches!(ended, Disconnected::CouldNotRevoke { page, .. } if page.starts_with("https://")), "{ended:?}");
            assert!(matches!(entry(connection).get_secret(), Err(keyring::Error::NoEntry)));
        }
    }

    Unlocked: async fn f35_a_maker_who_refuses_can_try_again_at_once() {
        for (mode, back) in [(Mode::Own, Return::DeepLink), (Mode::Relay, Return::DeepLink), (Mode::Relay, Return::Listener)] {
            let stage = Stage::set(mode);
            for platform in Platform::ALL {
                let refused = stage.sign_in(platform, back, "simulator_answer=deny").await;
                assert_eq!(refused.err(), Some(SignInError::RefusedByMaker), "{mode:?} {back:?} {platform}");
                stage.sign_in(platform, back, "simulator_answer=allow").await.unwrap();
            }
        }
    }

    Unlocked: async fn a_scope_that_was_unticked_is_seen() {
        let stage = Stage::set(Mode::Own);
        for (platform, unticked) in
            [(Platform::Youtube, "https://www.googleapis.com/auth/youtube.readonly"), (Platform::Tiktok, "video.list")]
        {
            let answer = format!("simulator_answer=allow&simulator_untick={unticked}");
            let grant = stage.sign_in(platform, Return::DeepLink, &answer).await.unwrap();
            assert!(!grant.tokens.scopes.iter().any(|s| s == unticked));
            assert_eq!(grant.tokens.scopes.len(), asked_scopes(platform).len() - 1);
        }
    }

    Unlocked: async fn a_wider_consent_grants_what_captions_need_and_one_without_it_still_uploads() {
        let force_ssl = "https://www.googleapis.com/auth/youtube.force-ssl";
        for (mode, back) in [(Mode::Own, Return::DeepLink), (Mode::Relay, Return::DeepLink), (Mode::Relay, Return::Listener)] {
            let stage = Stage::set(mode);
            for platform in Platform::ALL {
                let more = Asking::UploadAndSteps;
                let grant = stage.sign_in_asking(platform, back, more, "simulator_answer=allow").await.unwrap();
                assert_eq!(grant.tokens.scopes, scopes_asked_for(platform, more), "{mode:?} {back:?}");
                assert_eq!(grant.tokens.scopes.iter().any(|s| s == force_ssl), platform == Platform::Youtube);

                let answer = format!("simulator_answer=allow&simulator_untick={force_ssl}");
                let grant = stage.sign_in_asking(platform, back, more, &answer).await.unwrap();
                assert_eq!(grant.tokens.scopes, asked_scopes(platform), "the rest was lost with what was unticked");
            }
        }
    }

    Unlocked: async fn f29_a_code_without_its_verifier_is_useless() {
        let stage = Stage::set(Mode::Relay);
        let theirs = stage.sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
        let ours = stage.sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
        let stolen = browse(&theirs, "simulator_answer=allow").await.unwrap();
        let state = |url: &str| url::Url::parse(url).unwrap().query_pairs().find(|(n, _)| n == "state").unwrap().1.into_owned();
        // The code of one flow under the state of another: the verifier does not fit.
        let mixed = stolen.replace(&state(&stolen), &state(ours.authorize_url.as_str()));
        let clock: &dyn maker_domain::Clock = &stage.clock;
        stage.sign_ins.finish_by_link(&mixed, clock.now()).unwrap();
        let outcome = stage.sign_ins.wait(ours.id).await;
        assert!(matches!(&outcome, Err(SignInError::PlatformSaidNo { words, .. }) if words.contains("verifier")), "{outcome:?}");
    }

    Unlocked: async fn a_platform_that_is_away_or_answers_oddly_is_told_apart() {
        let stage = Stage::set(Mode::Own);
        stage.order(serde_json::json!({"kind": "html_502", "on": "token"})).await;
        let odd = stage.sign_in(Platform::Youtube, Return::DeepLink, "simulator_answer=allow").await;
        assert!(matches!(&odd, Err(SignInError::PlatformSaidNo { words, .. }) if !words.contains('<')), "{odd:?}");
        stage.no_faults().await;

        let pending = stage.sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
        browse(&pending, "simulator_answer=allow").await;
        let Stage { simulator, sign_ins, .. } = stage;
        drop(simulator);
        assert_eq!(sign_ins.wait(pending.id).await.err(), Some(SignInError::NoNetwork(Platform::Youtube)));
    }
}
