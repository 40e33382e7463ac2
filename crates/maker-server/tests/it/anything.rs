//! Anything at all, at every operation of the document that the backend serves: wrong types, other people's ids, SQL in
//! every text, too much and too deep. It is answered, as a problem where it is refused, and nothing breaks.

use std::time::Duration;

use maker_harness::eventually;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Map, Value, json};

use crate::desk::{Desk, House};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::engines::Place;
use crate::programs::Program;

const HOSTILE: &[&str] = &[
    "'; DROP TABLE users; --",
    "\" OR 1=1 --",
    "' OR '1'='1",
    "1; SELECT pg_sleep(60)",
    "%",
    "_%_",
    "\u{0}",
    "a\u{0}b",
    "..%2f..%2fetc%2fpasswd",
    "${jndi:ldap://x}",
    "<script>",
    "\u{202e}\u{200b}",
    "💥",
    "null",
    "-1",
    "1e999",
    "00000000-0000-0000-0000-000000000000",
];

/// Where a number is wanted in a query.
const NUMBERS: &[&str] = &["0", "1", "200", "524288", "10000000", "10000001", "18446744073709551615", "-1", "x", ""];

/// One operation, with where it takes what.
#[derive(Clone, Debug)]
struct Operation {
    method: Method,
    path: String,
    schema: Option<Value>,
    form: bool,
    /// It takes bytes as they are.
    raw: bool,
    /// The numbers that its query has to have.
    numbers: Vec<String>,
}

/// What is sent. `place`s choose out of the pools of the test, so that a failure shrinks to something short.
#[derive(Clone, Debug)]
struct Throw {
    operation: usize,
    token: usize,
    ids: Vec<usize>,
    query: Option<String>,
    kind: usize,
    body: Shape,
}

/// Tried one by one in every field of every body, with the other fields as they should be.
fn one_by_one() -> impl Iterator<Item = Value> {
    let texts = ["'; DROP TABLE users; --", "\u{0}", "a\u{0}b", "", "💥"].map(Value::from);
    let others = [Value::Null, json!(7), json!(-1e308), json!([]), json!({"a": [true]})];
    texts.into_iter().chain(others)
}

/// How a body departs from what is asked for.
#[derive(Clone, Debug)]
enum Shape {
    /// By its schema, with what each field is.
    Fields(Vec<Leaf>),
    /// By its schema but for one field.
    One(usize, Value),
    Value(Value),
    Bytes(Vec<u8>),
    Deep(usize),
    Long(usize),
}

#[derive(Clone, Debug)]
enum Leaf {
    Good,
    Missing,
    Is(Value),
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(HOSTILE).prop_map(str::to_owned), ".{0,40}", "[a-z]{300,600}"]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,12}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn throw(operations: usize) -> impl Strategy<Value = Throw> {
    let leaf = prop_oneof![
        4 => Just(Leaf::Good),
        1 => Just(Leaf::Missing),
        3 => value().prop_map(Leaf::Is),
        3 => text().prop_map(|text| Leaf::Is(text.into())),
    ];
    let shape = prop_oneof![
        4 => prop::collection::vec(leaf, 12).prop_map(Shape::Fields),
        8 => (0_usize..12, prop_oneof![value(), text().prop_map(Value::from)]).prop_map(|(n, is)| Shape::One(n, is)),
        2 => value().prop_map(Shape::Value),
        1 => prop::collection::vec(any::<u8>(), 0..200).prop_map(Shape::Bytes),
        1 => (1_usize..20_000).prop_map(Shape::Deep),
        1 => (1_usize..3_000_000).prop_map(Shape::Long),
    ];
    let query = prop::option::weighted(0.2, text());
    let ids = prop::collection::vec(any::<prop::sample::Index>().prop_map(|index| index.index(1_000)), 3);
    (0..operations, 0_usize..4, ids, query, 0_usize..8, shape)
        .prop_map(|(operation, token, ids, query, kind, body)| Throw { operation, token, ids, query, kind, body })
}

/// Two people who know nothing of each other, and a backend that believes what a proxy says of addresses: from one
/// address nobody could ask this often.
struct Ground {
    house: House,
    document: Value,
    operations: Vec<Operation>,
    ana: (Desk, String),
    ben: (Desk, String),
}

impl Ground {
    async fn set(on: On) -> Self {
        let place = Place::empty(on);
        place.migrated().await.close().await;
        let server = Program::start(place.server().arg("--behind-proxy").env("RUST_LOG", "info"));
        // A line whose last body was too long is closed, so that the next request takes another one.
        let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap();
        let house = House::of(server, place, http);
        let (ana, ben) = (house.sign_up("ana").await, house.sign_up("ben").await);
        let (anas, bens) = (ana.workspace(&house).await, ben.workspace(&house).await);
        let (_, document) = house.get("/v1/openapi.json", "").await;
        let operations = operations(&document);
        Self { house, document, operations, ana: (ana, anas), ben: (ben, bens) }
    }

    /// Ids of one's own, of somebody else, of nobody, and what is none.
    fn ids(&self) -> Vec<String> {
        let own = [&self.ana, &self.ben].into_iter().flat_map(|(desk, workspace)| {
            [workspace.clone(), desk.signed.user.id.to_string(), desk.signed.device_id.to_string()]
        });
        let none = HOSTILE.iter().map(|text| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>());
        let others =
            ["%ff".to_owned(), "x".repeat(3_000), uuid::Uuid::now_v7().to_string(), "0123456789abcdef".repeat(4)];
        own.chain(none).chain(others).collect()
    }

    /// Every field of every body, every value of [`one_by_one`]; and every number with every other where two are wanted.
    fn sweep(&self) -> Vec<Throw> {
        let of_operation = |(number, operation): (usize, &Operation)| {
            let fields = operation.schema.as_ref().map_or(0, |schema| count_fields(&self.document, schema));
            if !operation.numbers.is_empty() {
                let picture = self.ids().len() - 1;
                let pairs = (0..NUMBERS.len().pow(2)).map(|n| [n % NUMBERS.len(), n / NUMBERS.len()]);
                let throw = |[a, b]: [usize; 2]| Throw {
                    operation: number,
                    token: 0,
                    ids: vec![0, picture, a, b],
                    query: None,
                    kind: 7,
                    body: Shape::Bytes(vec![7; 200]),
                };
                return pairs.map(throw).collect::<Vec<_>>();
            }
            let bodies = (0..fields).flat_map(|field| one_by_one().map(move |value| Shape::One(field, value)));
            let ids = vec![0, 1, 2];
            let throw = move |body| Throw { operation: number, token: 0, ids: ids.clone(), query: None, kind: 7, body };
            bodies.map(throw).collect::<Vec<_>>()
        };
        self.operations.iter().enumerate().flat_map(of_operation).collect()
    }

    async fn check(&self, throw: &Throw, number: u32) -> Result<(), TestCaseError> {
        let operation = &self.operations[throw.operation];
        let (ids, mut picked) = (self.ids(), throw.ids.iter());
        let mut of_bens = false;
        let path: Vec<String> = operation
            .path
            .split('/')
            .map(|part| match part.strip_prefix('{') {
                Some(name) => {
                    let id = ids[picked.next().unwrap() % ids.len()].clone();
                    of_bens |= name == "workspace}" && id == self.ben.1;
                    id
                }
                None => part.to_owned(),
            })
            .collect();
        let mut path = path.join("/");
        if let Some(query) = &throw.query {
            path.push('?');
            path.extend(url::form_urlencoded::byte_serialize(query.as_bytes()));
        } else if !operation.numbers.is_empty() {
            let pairs = operation.numbers.iter().zip(throw.ids.iter().rev());
            let pairs = pairs.map(|(name, id)| format!("{name}={}", NUMBERS[id % NUMBERS.len()]));
            path = format!("{path}?{}", pairs.collect::<Vec<_>>().join("&"));
        }
        // Signing out would end the test's own people.
        let ends = operation.method == Method::DELETE && operation.path == "/v1/devices/{device}";
        let token = match throw.token {
            0 if !ends => &self.ana.0.token,
            1 => "",
            2 => "msa_' OR 1=1",
            _ if !ends => &self.ana.0.token,
            _ => "",
        };
        let [_, a, b, c] = number.to_be_bytes();
        let mut request = self.house.ask(operation.method.clone(), &path, token);
        request = request.header("x-forwarded-for", format!("10.{a}.{b}.{c}")).timeout(Duration::from_secs(20));
        let kind = match throw.kind {
            0 => "text/plain",
            1 => "application/json; charset=utf-8",
            _ if operation.form => "application/x-www-form-urlencoded",
            _ if operation.raw => "application/octet-stream",
            _ => "application/json",
        };
        if operation.schema.is_some() {
            request = request.header("content-type", kind).body(self.body(operation, &throw.body));
        }
        let Ok(answer) = request.send().await else {
            // A client that sends more than is taken may find the line cut; nobody is left waiting.
            prop_assert!(matches!(throw.body, Shape::Long(_)), "{} {path} was not answered", operation.method);
            return Ok(());
        };
        let status = answer.status().as_u16();
        let relay = operation.path.starts_with("/oauth/");
        let told = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).map(str::to_owned);
        if status == 200 && told.as_deref() == Some("text/event-stream") {
            // It has no end.
            return Ok(());
        }
        let text = answer.text().await.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let said =
            format!("{} {path} {status} {told:?} {}", operation.method, text.chars().take(300).collect::<String>());
        // This backend has no client at any platform, which the relay says.
        prop_assert!(status < 500 || (relay && status == 503), "{said}");
        prop_assert!(text.len() < 1 << 20, "{said}");
        // Pages for people say it in people's words.
        let page = (relay || operation.path.starts_with("/m/"))
            && told.as_deref().is_some_and(|kind| kind.starts_with("text/html"));
        if status >= 400 && !page {
            prop_assert_eq!(told.as_deref(), Some("application/problem+json"), "{}", said);
            let problem: Value = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(problem["code"].is_string() && problem["detail"].is_string(), "{said}");
        }
        if of_bens {
            prop_assert!(matches!(status, 401 | 404 | 413 | 414 | 429), "somebody else's workspace: {said}");
        }
        let anas_only = !text.contains(&self.ben.1) && !text.contains(&self.ben.0.signed.user.id.to_string());
        prop_assert!(anas_only || operation.path == "/v1/workspaces", "{said}");
        Ok(())
    }

    fn filled<'l>(&self, operation: &Operation, leaves: &mut impl Iterator<Item = &'l Leaf>) -> Vec<u8> {
        let filled = fill(&self.document, "", operation.schema.as_ref().unwrap(), leaves);
        if !operation.form {
            return filled.to_string().into_bytes();
        }
        let fields = filled.as_object().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields.iter().map(|(name, value)| (name, text(value))));
        form.finish().into_bytes()
    }

    fn body(&self, operation: &Operation, shape: &Shape) -> Vec<u8> {
        match shape {
            Shape::Fields(leaves) => {
                let mut leaves = leaves.iter().cycle();
                self.filled(operation, &mut leaves)
            }
            Shape::One(place, value) => {
                let fields = count_fields(&self.document, operation.schema.as_ref().unwrap()).max(1);
                let mut leaves = vec![Leaf::Good; fields];
                leaves[place % fields] = Leaf::Is(value.clone());
                self.filled(operation, &mut leaves.iter().cycle())
            }
            Shape::Value(value) => value.to_string().into_bytes(),
            Shape::Bytes(bytes) => bytes.clone(),
            Shape::Deep(depth) => format!("{}{}", "[".repeat(*depth), "]".repeat(*depth)).into_bytes(),
            Shape::Long(length) => format!("{{\"email\":\"{}\"}}", "x".repeat(*length)).into_bytes(),
        }
    }
}

/// How many leaves [`fill`] asks for.
fn count_fields(document: &Value, schema: &Value) -> usize {
    let asked = std::cell::Cell::new(0);
    let mut leaves = std::iter::repeat(&Leaf::Good).inspect(|_| asked.set(asked.get() + 1));
    fill(document, "", schema, &mut leaves);
    asked.get()
}

fn operations(document: &Value) -> Vec<Operation> {
    let paths = document["paths"].as_object().unwrap();
    let each = paths.iter().flat_map(|(path, item)| item.as_object().unwrap().iter().map(move |at| (path, at)));
    each.map(|(path, (method, operation))| {
        let content = operation["requestBody"]["content"].as_object().and_then(|content| content.iter().next());
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let numbers = parameters.filter(|one| one["in"] == "query" && one["required"] == true);
        Operation {
            method: method.to_uppercase().parse().unwrap(),
            path: path.clone(),
            schema: content.map(|(_, content)| content["schema"].clone()),
            form: content.is_some_and(|(kind, _)| kind.contains("form")),
            raw: content.is_some_and(|(kind, _)| kind.contains("octet-stream")),
            numbers: numbers.map(|one| one["name"].as_str().unwrap().to_owned()).collect(),
        }
    })
    .collect()
}

/// A value as the schema wants it, but for the leaves that are something else.
fn fill<'l>(document: &Value, name: &str, schema: &Value, leaves: &mut impl Iterator<Item = &'l Leaf>) -> Value {
    if let Some(named) = schema["$ref"].as_str() {
        let named = named.rsplit('/').next().unwrap();
        return fill(document, name, &document["components"]["schemas"][named], leaves);
    }
    let Some(properties) = schema["properties"].as_object() else {
        return match (name, schema["format"].as_str()) {
            (_, Some("uuid")) => json!(uuid::Uuid::now_v7()),
            ("email", _) => json!(format!("{}@good.example", uuid::Uuid::now_v7())),
            _ => json!("a long enough word"),
        };
    };
    let mut filled = Map::new();
    for (name, property) in properties {
        match leaves.next().unwrap() {
            Leaf::Good => drop(filled.insert(name.clone(), fill(document, name, property, leaves))),
            Leaf::Missing => {}
            Leaf::Is(value) => drop(filled.insert(name.clone(), value.clone())),
        }
    }
    Value::Object(filled)
}

#[rstest]
#[test]
fn f59_f60_f61_anything_at_every_operation_is_answered_and_breaks_nothing(#[values(Sqlite, Postgres)] on: On) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let ground = runtime.block_on(Ground::set(on));
    let sweep = ground.sweep();
    assert!(sweep.len() > 100, "every field of every body was tried: {}", sweep.len());
    for (number, throw) in (1_000_000..).zip(&sweep) {
        let checked = runtime.block_on(ground.check(throw, number));
        checked.unwrap_or_else(|failure| panic!("{throw:?}: {failure}"));
    }
    let cases = std::env::var("MAKER_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let number = std::cell::Cell::new(0);
    let outcome = runner.run(&throw(ground.operations.len()), |throw| {
        number.set(number.get() + 1);
        runtime.block_on(ground.check(&throw, number.get()))
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));

    runtime.block_on(async {
        let metrics = ground.house.ask(Method::GET, "/metrics", "").send().await.unwrap().text().await.unwrap();
        assert!(metrics.contains("maker_server_panics_total 0"), "{metrics}");
        for (desk, workspace) in [&ground.ana, &ground.ben] {
            // What was thrown used up what a device may ask; that comes back by the second.
            let (status, members) = eventually("the device may ask again", Duration::from_secs(10), async || {
                let told = ground.house.get(&format!("/v1/t/{workspace}/members"), &desk.token).await;
                (told.0 != 429).then_some(told)
            })
            .await;
            assert_eq!((status, members.as_array().map(Vec::len)), (200, Some(1)), "{members}");
        }
    });
}
