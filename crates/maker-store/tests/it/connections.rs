//! Connections and settings: rows without secrets.

use maker_domain::Platform;
use maker_domain::connection::{Account, ConnectionStatus};
use maker_domain::id::ConnectionId;
use maker_store::connections::Connection;

use crate::desk::{Desk, at};

async fn connection(desk: &Desk, name: &str) -> Connection {
    Connection {
        id: ConnectionId::make(),
        platform: Platform::Youtube,
        maker_id: desk.store.local_maker().await.unwrap().1,
        account: Account { id: format!("UC-{name}"), name: name.into(), avatar_url: None },
        scopes: vec!["a".into(), "b".into()],
        expires_at: Some(at(9_999)),
        status: ConnectionStatus::Connected,
        last_used_at: None,
        created_at: at(0),
    }
}

#[tokio::test]
async fn a_connection_comes_back_as_it_was_saved_and_another_account_takes_its_place() {
    let desk = Desk::open().await;
    let (amina, kofi) = (connection(&desk, "Amina").await, connection(&desk, "Kofi").await);
    desk.store.save_connection(&amina, at(0)).await.unwrap();
    assert_eq!(desk.store.connection(Platform::Youtube).await.unwrap(), Some(amina));
    assert_eq!(desk.store.connection(Platform::Tiktok).await.unwrap(), None);

    desk.store.save_connection(&kofi, at(1)).await.unwrap();

    assert_eq!(desk.store.connections().await.unwrap(), [kofi]);
}

#[tokio::test]
async fn what_is_noted_of_a_connection_stays_with_it_until_it_is_removed() {
    let desk = Desk::open().await;
    let amina = connection(&desk, "Amina").await;
    desk.store.save_connection(&amina, at(0)).await.unwrap();
    desk.store.mark_connection(amina.id, ConnectionStatus::SignInAgain, at(1)).await.unwrap();
    desk.store.touch_connection(amina.id, at(2)).await.unwrap();
    let noted = desk.store.connection(Platform::Youtube).await.unwrap().unwrap();
    assert_eq!((noted.status, noted.last_used_at), (ConnectionStatus::SignInAgain, Some(at(2))));
    desk.store.remove_connection(amina.id).await.unwrap();
    assert_eq!(desk.store.connections().await.unwrap(), []);
}

#[tokio::test]
async fn a_setting_is_what_it_was_set_to_last() {
    let desk = Desk::open().await;
    assert_eq!(desk.store.setting::<u64>("speed").await.unwrap(), None);
    for speed in [1_u64, 2] {
        desk.store.set_setting("speed", &speed).await.unwrap();
        assert_eq!(desk.store.setting("speed").await.unwrap(), Some(speed));
    }
    assert!(desk.store.setting::<bool>("speed").await.is_err(), "of another shape");
}
