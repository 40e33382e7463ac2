//! Pictures in a bucket, of a server that speaks S3 and is none of ours. `make s3` builds one and runs this.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use maker_domain::image::ImageName;
use maker_harness::eventually;
use maker_server::db::sql;
use maker_server::transaction;
use rstest::rstest;
use serde_json::json;
use tempfile::TempDir;

use super::pictures::{large, small};
use super::studio::{Studio, files, there};
use crate::desk::House;
use crate::engines::On::{self, Postgres, Sqlite};
use crate::engines::Place;
use crate::programs::{Program, browser, server_on};

const LONG: Duration = Duration::from_secs(30);

/// A server with one bucket, which is a folder of its own. Ended when dropped.
struct Bucket {
    folder: TempDir,
    port: u16,
    server: Option<Child>,
}

impl Bucket {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("pictures")).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut bucket = Self { folder, port, server: None };
        bucket.start().await;
        bucket
    }

    async fn start(&mut self) {
        let program = std::env::var("MAKER_S3_SERVER").expect("MAKER_S3_SERVER names the program: see `make s3`");
        let mut command = Command::new(program);
        command.args(["--access-key", "maker", "--secret-key", "hush-key", "--host", "127.0.0.1"]);
        command.args(["--port", &self.port.to_string()]).arg(self.folder.path());
        self.server = Some(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        let answers = async || TcpStream::connect(("127.0.0.1", self.port)).ok();
        eventually("the bucket answers", LONG, answers).await;
    }

    fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }

    /// The backend with its pictures here.
    fn backend(&self, place: &Place, secret: &str) -> Program {
        let mut command = server_on(&place.address);
        command.env("MAKER_SERVER_IMAGES", "s3://pictures/studio").env("AWS_REGION", "eu-central-1");
        command.env("AWS_ENDPOINT", format!("http://127.0.0.1:{}", self.port)).env("AWS_ALLOW_HTTP", "true");
        command.env("AWS_ACCESS_KEY_ID", "maker").env("AWS_SECRET_ACCESS_KEY", secret);
        Program::start(&mut command)
    }

    fn objects(&self) -> usize {
        let inside = self.folder.path().join("pictures/studio");
        if inside.exists() { files(&inside).len() } else { 0 }
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn place(on: On) -> Place {
    let place = Place::empty(on);
    place.migrated().await.close().await;
    place
}

#[rstest]
#[ignore = "needs a server that speaks S3: `make s3`"]
#[tokio::test]
async fn pictures_go_into_a_bucket_come_back_and_are_collected(#[values(Sqlite, Postgres)] on: On) {
    let mut bucket = Bucket::open().await;
    let place = place(on).await;
    let server = bucket.backend(&place, "hush-key");
    let studio = Studio::of(House::of(server, place, browser())).await;
    let (bytes, other) = (large(1), small(2));
    let name = studio.stored(&bytes).await;
    studio.stored(&bytes).await;
    assert_eq!(bucket.objects(), 1);
    assert_eq!(studio.show(name).await.2, bytes);
    studio.post_with(name).await;
    assert_eq!(studio.public(name).await.2, bytes);
    assert_eq!(studio.house.get("/ready", "").await.0, 200);

    bucket.stop();
    assert_eq!(studio.house.get("/ready", "").await.0, 503);
    let (status, problem) = studio.send(&other).await;
    assert_eq!((status, &problem["code"]), (503, &json!("unavailable")), "{problem}");
    bucket.start().await;
    assert_eq!(studio.house.get("/ready", "").await.0, 200);
    assert_eq!(there(&studio.send(&other).await.1), (other.len() as u64, true));
    assert_eq!(bucket.objects(), 2);

    // A month later, at the next start.
    let database = studio.house.place.open().await;
    let later = transaction!(database, |tx| {
        sql("UPDATE image_leftovers SET kept_until = 1 WHERE kept_until > 0").run(tx).await?;
        sql("UPDATE images SET touched_at = 1").run(tx).await
    });
    assert_eq!(later.unwrap(), 2);
    let _sweeps = bucket.backend(&studio.house.place, "hush-key");
    let collected = async || (bucket.objects() == 1).then_some(());
    eventually("what nothing shows is collected", LONG, collected).await;
    assert_eq!(studio.show(ImageName::of(&other)).await.0, 404);
    assert_eq!(studio.public(name).await.2, bytes);
    assert!(!studio.house.log().contains("hush-key"));
}

#[tokio::test]
#[ignore = "needs a server that speaks S3: `make s3`"]
async fn a_bucket_that_refuses_the_keys_is_said_to_and_is_no_reason_not_to_start() {
    let bucket = Bucket::open().await;
    let place = place(Sqlite).await;
    let server = bucket.backend(&place, "wrong");
    let studio = Studio::of(House::of(server, place, browser())).await;
    assert_eq!(studio.house.get("/ready", "").await.0, 503);
    assert_eq!(studio.send(&small(1)).await.0, 503);
    assert_eq!(bucket.objects(), 0);
    assert!(studio.house.log().contains("pictures cannot be kept yet"), "the operator is told");
}
