//! Whoever sends too much, too slowly or nothing at all costs little, and the others are served.

use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use maker_harness::eventually;
use maker_server::{Bounds, Settings, SystemClock};
use serde_json::Value;

use crate::desk::House;
use crate::engines::On::Sqlite;
use crate::engines::Place;
use crate::inside::inside;

const LONG: Duration = Duration::from_secs(20);

/// A backend in this process, so that its bounds can be small.
async fn bounded(bounds: Bounds, request_time: Duration) -> (SocketAddr, Place) {
    let place = Place::empty(Sqlite);
    let settings = Settings { request_time, ..Settings::default() };
    let (_, address) = inside(&place, Arc::new(SystemClock), settings, bounds).await;
    (address, place)
}

fn client_at(address: [u8; 4]) -> reqwest::Client {
    reqwest::Client::builder().no_proxy().local_address(IpAddr::from(address)).timeout(LONG).build().unwrap()
}

/// Waits until the other end hangs up, and gives what it said before.
async fn hung_up(mut socket: TcpStream) -> String {
    let told = tokio::task::spawn_blocking(move || {
        socket.set_read_timeout(Some(LONG)).unwrap();
        let mut said = Vec::new();
        // A reset is hanging up as well; a time-out is not.
        match socket.read_to_end(&mut said) {
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => panic!("nobody hung up"),
            _ => String::from_utf8_lossy(&said).into_owned(),
        }
    });
    told.await.unwrap()
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_sockets_that_say_nothing_are_few_per_address_and_others_are_served() {
    let bounds = Bounds { connections: 40, per_address: Some(10), head: LONG };
    let (address, _place) = bounded(bounds, LONG).await;
    let sockets: Vec<TcpStream> = (0..60).map(|_| TcpStream::connect(address).unwrap()).collect();
    let url = format!("http://{address}/health");
    let answer = client_at([127, 0, 0, 2]).get(&url).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    // Ten are held, fifty have been hung up on.
    let open = |socket: &TcpStream| {
        socket.set_nonblocking(true).unwrap();
        matches!((&mut &*socket).read(&mut [0]), Err(e) if e.kind() == std::io::ErrorKind::WouldBlock)
    };
    let held = async || (sockets.iter().filter(|socket| open(socket)).count() == 10).then_some(());
    eventually("ten of them are held", LONG, held).await;
    drop(sockets);
    let mine = client_at([127, 0, 0, 1]);
    let served = async || mine.get(&url).send().await.ok().filter(|answer| answer.status() == 200);
    eventually("their places are free again", LONG, served).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_a_head_that_does_not_come_or_comes_letter_by_letter_or_never_again_is_hung_up_on() {
    let bounds = Bounds { head: Duration::from_millis(400), ..Bounds::default() };
    let (address, _place) = bounded(bounds, LONG).await;
    let silent = TcpStream::connect(address).unwrap();
    let mut between = TcpStream::connect(address).unwrap();
    between.write_all(b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let slow = TcpStream::connect(address).unwrap();
    let mut letters = slow.try_clone().unwrap();
    let writing = std::thread::spawn(move || {
        for letter in b"GET /health HTTP/1.1\r\nhost: x\r\nx: ".iter().chain(std::iter::repeat(&b'y')) {
            if letters.write_all(&[*letter]).is_err() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    let started = Instant::now();
    assert_eq!(hung_up(silent).await, "");
    assert!(hung_up(between).await.starts_with("HTTP/1.1 200"));
    slow.set_read_timeout(Some(LONG)).unwrap();
    let slow = hung_up(slow).await;
    assert!(!slow.contains("200 OK"), "{slow}");
    assert!(started.elapsed() < LONG);
    writing.join().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_a_body_that_does_not_come_ends_in_a_problem() {
    let (address, _place) = bounded(Bounds::default(), Duration::from_millis(400)).await;
    let mut socket = TcpStream::connect(address).unwrap();
    let head = "POST /v1/devices HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{";
    socket.write_all(head.as_bytes()).unwrap();
    let said = hung_up(socket).await;
    assert!(said.starts_with("HTTP/1.1 504") && said.contains("\"code\":\"timeout\""), "{said}");
}

#[tokio::test]
async fn f60_ten_gigabytes_are_refused_at_once_announced_or_not() {
    let house = House::open(Sqlite).await;
    let backend = house.address.replace("http://localhost:", "127.0.0.1:");
    let mut socket = TcpStream::connect(&backend).unwrap();
    let head = "POST /v1/devices HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 10000000000\r\n\r\n";
    socket.write_all(head.as_bytes()).unwrap();
    let said = hung_up(socket).await;
    assert!(said.starts_with("HTTP/1.1 413") && said.contains("problem+json"), "{said}");

    let endless = futures_util::stream::repeat_with(|| Ok::<_, std::io::Error>(vec![b' '; 64 * 1024]));
    let request = house.ask(reqwest::Method::POST, "/v1/devices", "").header("content-type", "application/json");
    // Either the answer or its hanging up arrives first.
    if let Ok(answer) = request.body(reqwest::Body::wrap_stream(endless)).send().await {
        assert_eq!(answer.status(), 413);
    }
    assert_eq!(house.get("/health", "").await.0, 200);
}

#[tokio::test]
async fn f60_whoever_is_refused_in_the_middle_of_a_body_hears_that_the_connection_ends() {
    let house = House::open(Sqlite).await;
    let refused = packing(&house, "gzip", gzip(&vec![b' '; 200 << 20])).send().await.unwrap();
    assert_eq!(refused.status(), 413);
    assert_eq!(refused.headers().get("connection").map(|c| c.as_bytes()), Some(&b"close"[..]));
}

async fn packed(house: &House, encoding: &str, body: Vec<u8>) -> (u16, Value) {
    crate::desk::told(packing(house, encoding, body)).await
}

fn packing(house: &House, encoding: &str, body: Vec<u8>) -> reqwest::RequestBuilder {
    let request = house.ask(reqwest::Method::POST, "/v1/devices", "").header("content-type", "application/json");
    request.header("content-encoding", encoding).body(body)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn f60_a_small_packet_that_unpacks_to_much_is_refused_and_an_honest_one_is_read() {
    let house = House::open(Sqlite).await;
    house.sign_up("ana").await;
    let honest = serde_json::json!({"email": crate::desk::email("ana"), "password": crate::desk::PASSWORD,
        "device": crate::desk::device()});
    assert_eq!(packed(&house, "gzip", gzip(honest.to_string().as_bytes())).await.0, 201);
    let bomb = gzip(&vec![b' '; 200 << 20]);
    assert!(bomb.len() < 1 << 20, "it fits on the line: {}", bomb.len());
    let (status, problem) = packed(&house, "gzip", bomb).await;
    assert_eq!((status, &problem["code"]), (413, &Value::from("too_large")));
    assert_eq!(packed(&house, "gzip", b"no gzip at all".to_vec()).await.0, 400);
    assert_eq!(packed(&house, "br", b"unknown".to_vec()).await.0, 415);
}

#[tokio::test]
async fn f60_deep_and_long_json_is_refused() {
    let house = House::open(Sqlite).await;
    let post = async |body: String| {
        let request = house.ask(reqwest::Method::POST, "/v1/devices", "").header("content-type", "application/json");
        crate::desk::told(request.body(body)).await.0
    };
    assert_eq!(post("[".repeat(15_000)).await, 422);
    assert_eq!(post(format!("{{\"x\":{}{}}}", "[".repeat(5_000), "]".repeat(5_000))).await, 422);
    assert_eq!(post(format!("[{}1]", "1,".repeat(400_000))).await, 413);
}
