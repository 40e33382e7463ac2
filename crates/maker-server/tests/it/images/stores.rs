//! Where pictures are kept, as the operator says it, and what happens when that is away.

use std::process::Command;

use maker_domain::image::ImageName;
use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use super::pictures::small;
use super::studio::{Studio, objects, there};
use crate::desk::{House, told};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::engines::Place;
use crate::programs::{Program, browser, server_on};

#[tokio::test]
async fn beside_a_file_pictures_have_their_place_and_beside_postgres_the_operator_is_asked() {
    let place = Place::empty(Sqlite);
    let server = Program::start(&mut server_on(&place.address));
    let studio = Studio::of(House::of(server, place, browser())).await;
    studio.stored(&small(1)).await;
    assert_eq!(objects(&studio.house.place.images()), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(studio.house.place.images()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "nobody else reads it");
    }

    let studio = Studio::of(House::without_pictures().await).await;
    let bytes = small(2);
    for request in [
        studio.house.ask(Method::GET, &format!("{}/upload", studio.path(ImageName::of(&bytes))), &studio.ana.token),
        studio.house.ask(Method::GET, &studio.path(ImageName::of(&bytes)), &studio.ana.token),
        studio.part(&studio.house.address, ImageName::of(&bytes), 0, bytes.len() as u64, &bytes),
    ] {
        let (status, problem) = told(request).await;
        assert_eq!((status, &problem["code"]), (503, &json!("no_images")));
        assert!(problem["detail"].as_str().unwrap().contains("--images"), "{problem}");
    }
    assert_eq!(studio.public(ImageName::of(&bytes)).await.0, 404);
    assert_eq!(studio.house.get("/ready", "").await.0, 200, "everything else is served");
    assert!(studio.house.log().contains("--images"), "the operator is told at the start");
}

#[rstest]
#[tokio::test]
async fn a_store_that_is_away_is_said_to_be_and_nothing_is_lost_when_it_is_back(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let (kept, bytes) = (small(3), small(4));
    let name = studio.stored(&kept).await;
    let (folder, aside) = (studio.house.place.images(), studio.house.place.folder.path().join("aside"));
    std::fs::rename(&folder, &aside).unwrap();
    std::fs::write(&folder, "a disk that is not there").unwrap();
    assert_eq!(studio.house.get("/ready", "").await.0, 503);
    assert_eq!(studio.house.get("/health", "").await.0, 200);
    let (status, problem) = studio.send(&bytes).await;
    assert_eq!((status, &problem["code"]), (503, &json!("unavailable")), "{problem}");
    std::fs::remove_file(&folder).unwrap();
    assert_eq!(studio.house.get("/ready", "").await.0, 503, "gone altogether it is away as well");
    std::fs::rename(&aside, &folder).unwrap();
    assert_eq!(studio.house.get("/ready", "").await.0, 200);
    assert_eq!(studio.show(name).await.2, kept);
    assert_eq!(there(&studio.send(&bytes).await.1), (bytes.len() as u64, true));
    let log = studio.house.log();
    for hidden in [name.to_string(), ImageName::of(&bytes).to_string()] {
        assert!(!own_lines(&log).any(|line| line.contains(&hidden)), "no line of ours names a picture");
    }
}

/// The tests' servers log what libraries trace as well, which an operator's do not.
fn own_lines(log: &str) -> impl Iterator<Item = &str> {
    log.lines().filter(|line| line.contains("\"target\":\"maker_server"))
}

#[test]
fn a_place_that_is_none_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let database = format!("sqlite:{}", folder.path().join("server.db").display());
    for (images, said) in [
        (file.to_str().unwrap(), "cannot keep pictures in"),
        ("gs://bucket/x", "s3://BUCKET/PREFIX"),
        ("s3://key:hush@bucket", "s3://BUCKET/PREFIX"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maker-server"));
        command.args(["--listen", "127.0.0.1:0", "--database", &database, "--images", images]);
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains(said), "{told}");
    }
}
