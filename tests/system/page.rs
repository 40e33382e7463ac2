//! The maker's page on the command line: profile, services, links; without a network and without an account.

use maker_harness::{Ended, Way, World, video};
use serde_json::Value;

fn all<'a>(rows: &'a [Value], field: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[field].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn s01_s02_services_are_priced_put_in_order_hidden_copied_deleted_and_brought_back() {
    let world = World::start(Way::Loopback).await;
    let new = ["services", "new", "--title", "Delivery in Lyon", "--price", "24.5", "--type", "driver"];
    let first = world.done(&new).await.remove(0);
    assert_eq!((&first["price"], &first["currency"], &first["type"]), (&24.5.into(), &"EUR".into(), &"DRIVER".into()));
    let id = first["id"].as_str().unwrap();
    let second = world.done(&["services", "new", "--title", "Chairs", "--price", "1500", "--currency", "jpy"]).await;
    assert_eq!((&second[0]["type"], &second[0]["public"]), (&"DRIVER".into(), &true.into()), "as the one before");
    let copy = world.done(&["services", "duplicate", id]).await.remove(0);
    assert_eq!((&copy["title"], &copy["public"]), (&"Delivery in Lyon (copy)".into(), &false.into()));
    let order = world.done(&["services"]).await;
    assert_eq!(all(&order, "title"), ["Delivery in Lyon", "Delivery in Lyon (copy)", "Chairs"]);
    let order = world.done(&["services", "move", second[0]["id"].as_str().unwrap(), "--before", id]).await;
    assert_eq!(all(&order, "title"), ["Chairs", "Delivery in Lyon", "Delivery in Lyon (copy)"]);

    let hidden = world.done(&["services", "hide", id]).await.remove(0);
    assert_eq!((&hidden["hidden"], &hidden["public"]), (&true.into(), &false.into()));
    world.done(&["services", "show", id]).await;
    let edited = world.done(&["services", "edit", id, "--price", "30", "--description", "By bicycle."]).await.remove(0);
    assert_eq!((&edited["title"], &edited["price"], &edited["public"]), (&first["title"], &30.0.into(), &true.into()));
    let untitled = world.maker(&["services", "edit", id, "--title", " "]).await;
    assert_eq!((untitled.code, &untitled.results[0]["public"]), (Some(0), &false.into()), "{untitled:?}");
    assert!(untitled.messages.contains("Give it a title"), "{}", untitled.messages);
    world.done(&["services", "edit", id, "--title", "Delivery"]).await;

    world.done(&["services", "delete", id]).await;
    world.refused(&["services", "delete", id], "no longer there").await;
    world.done(&["services", "restore", id]).await;
    assert_eq!(all(&world.done(&["services"]).await, "title"), ["Chairs", "Delivery", "Delivery in Lyon (copy)"]);

    for (price, currency, words) in [
        ("-1", "EUR", "zero or more. Write it such as 24.50"),
        ("1.005", "EUR", "at most two decimals. Write it such as 24.50"),
        ("1.5", "JPY", "no hundredths. Write the price such as 1500"),
        ("inf", "EUR", "no price"),
        ("1", "€", "three letters"),
    ] {
        let arguments = ["services", "new", "--title", "x", "--price", price, "--currency", currency];
        world.refused(&arguments, words).await;
    }
    world.refused(&["services", "new", "--title", "x"], "a title and a price").await;
    world.refused(&["services", "show", "nonsense"], "no service's id").await;
    assert_eq!(world.done(&["services"]).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn p01_p02_a_profile_and_links_are_written_and_a_broken_address_is_pointed_out_and_kept() {
    let world = World::start(Way::Loopback).await;
    let profile = ["profile", "--name", "Marta Oak", "--bio", "Chairs and stools.", "--country", "france"];
    assert_eq!(world.done(&profile).await[0]["country"], "FR");
    let only_name = world.done(&["profile", "--name", "Marta Oak & Daughters"]).await.remove(0);
    assert_eq!((&only_name["bio"], &only_name["country"]), (&"Chairs and stools.".into(), &"FR".into()));
    world.refused(&["profile", "--country", "Atlantis"], "no such country").await;
    assert_eq!(world.done(&["profile"]).await[0], only_name);
    assert_eq!(world.done(&["profile", "--country", ""]).await[0]["country"], Value::Null);

    let known = world.done(&["links", "add", "instagram.com/marta.oak"]).await.remove(0);
    assert_eq!((&known["name"], &known["address"]), (&"Instagram".into(), &"https://instagram.com/marta.oak".into()));
    let Ended { code, results, messages } = world.maker(&["links", "add", "my shop", "--name", "Shop"]).await;
    assert_eq!((code, &results[0]["name"], &results[0]["public"]), (Some(0), &"Shop".into(), &false.into()));
    assert!(messages.contains("no address"), "{messages}");
    let broken = results[0]["id"].as_str().unwrap();
    let order = world.done(&["links", "move", broken, "--before", known["id"].as_str().unwrap()]).await;
    assert_eq!(all(&order, "name"), ["Shop", "Instagram"]);
    let mended = world.done(&["links", "edit", broken, "--address", "oak.example"]).await.remove(0);
    assert_eq!((&mended["name"], &mended["trouble"], &mended["public"]), (&"Shop".into(), &Value::Null, &true.into()));
    let id = known["id"].as_str().unwrap();
    let follows = world.done(&["links", "edit", id, "--address", "https://youtube.com/@marta"]).await.remove(0);
    assert_eq!(follows["name"], "YouTube", "what has no name of its own follows its address");
    world.done(&["links", "delete", id]).await;
    assert_eq!(all(&world.done(&["links"]).await, "name"), ["Shop"]);
    world.done(&["links", "restore", id]).await;
    assert_eq!(all(&world.done(&["links"]).await, "name"), ["Shop", "YouTube"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn p01_a_picture_is_set_beside_the_name_refused_in_words_and_taken_off() {
    let world = World::start(Way::Loopback).await;
    let photo = world.path("marta.png");
    video::make_picture(&photo);
    let photo = photo.to_str().unwrap().to_owned();
    let set = world.done(&["profile", "--name", "Marta Oak", "--picture", &photo]).await.remove(0);
    let name = set["picture"].as_str().unwrap().to_owned();
    assert_eq!((name.len(), &set["name"]), (64, &"Marta Oak".into()));
    assert_eq!(world.done(&["profile", "--bio", "Chairs."]).await[0]["picture"], name, "what is not said stays");

    let text = world.path("notes.txt");
    std::fs::write(&text, "no picture").unwrap();
    let text = text.to_str().unwrap().to_owned();
    world.refused(&["profile", "--name", "Someone", "--picture", &text], "JPEG, PNG and WebP").await;
    world.refused(&["profile", "--picture", &photo, "--no-picture"], "cannot be used with").await;
    let kept = world.done(&["profile"]).await.remove(0);
    assert_eq!((&kept["name"], &kept["picture"]), (&"Marta Oak".into(), &name.into()), "all of it or nothing");
    assert_eq!(world.done(&["profile", "--no-picture"]).await[0]["picture"], Value::Null);
}
