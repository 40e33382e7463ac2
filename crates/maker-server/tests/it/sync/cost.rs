//! What is asked of the database grows with what changed and with nothing else. Counted in statements and rows, on
//! PostgreSQL, where the driver says both in the task that asks.

use std::sync::{Mutex, Once};

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Outcome, Pull, SCHEMA};
use maker_server::sync;
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::{Layer, Registry};
use uuid::Uuid;

use super::workspace::{Workspace, op, post};
use crate::engines::On::Postgres;

/// Statements and the rows they gave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cost {
    statements: u64,
    rows: u64,
}

tokio::task_local! {
    /// What the work under the meter has cost so far.
    static COST: Mutex<Cost>;
}

/// Listens to the whole program: a listener of one thread's may find that the driver's lines were switched off for good,
/// by another thread that wrote one while nobody there listened.
struct Meter;

impl<S: tracing::Subscriber> Layer<S> for Meter {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            // Outside the meter nobody counts.
            let _ = COST.try_with(|cost| {
                let mut cost = cost.lock().unwrap();
                cost.statements += 1;
                event.record(&mut Rows(&mut cost.rows));
            });
        }
    }
}

struct Rows<'a>(&'a mut u64);

impl Visit for Rows<'_> {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "rows_returned" {
            *self.0 += value;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

async fn cost<T>(work: impl Future<Output = T>) -> (Cost, T) {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| tracing::subscriber::set_global_default(Registry::default().with(Meter)).unwrap());
    let work = async {
        let done = work.await;
        (COST.with(|cost| *cost.lock().unwrap()), done)
    };
    let (cost, done) = COST.scope(Mutex::default(), work).await;
    assert!(cost.statements > 0, "the meter counts");
    (cost, done)
}

async fn pull(w: &Workspace, cursor: Token) -> Cost {
    let pull = Pull { cursor, seen: cursor, limit: 2_000, schema: SCHEMA };
    let (cost, page) = cost(sync::pull(&w.database, w.id, &pull, w.now)).await;
    page.unwrap();
    cost
}

#[tokio::test]
async fn a_pull_costs_what_changed_and_a_push_the_same_statements_for_one_op_and_for_five_hundred() {
    let w = Workspace::new(Postgres).await;
    let id = Uuid::now_v7();
    let (first, _) = cost(w.push(&w.laptop, Token::START, w.now, vec![post(id, "x")])).await;
    let none_of_few = pull(&w, w.head().await).await;
    for _ in 0..4 {
        let ops = (0..500).map(|_| post(Uuid::now_v7(), "x")).collect();
        let seen = w.head().await;
        let (many, pushed) = cost(w.push(&w.laptop, seen, w.now, ops)).await;
        assert!(pushed.unwrap().results.iter().all(|result| result.outcome == Outcome::Applied));
        // Where nothing had changed yet the head's row was made as well.
        assert!(many.statements <= first.statements, "{many:?} {first:?}");
    }
    let before = w.head().await;
    let none_of_many = pull(&w, before).await;
    assert_eq!(none_of_few, none_of_many, "no change costs the same, however much there is");
    assert!(none_of_many.rows <= 2, "{none_of_many:?}");
    w.expect(&w.laptop, op("posts", id, 1, &json!({ "content": "y" })), Outcome::Applied).await;
    let one = pull(&w, before).await;
    assert!(one.rows <= none_of_many.rows + 4, "{one:?}");
}
