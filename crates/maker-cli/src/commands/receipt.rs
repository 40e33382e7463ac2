//! `receipt`: what went where, from which file, when.

use maker_app::{Answer, Studio};
use maker_domain::followup::StepState;
use maker_domain::receipt::Receipt;
use maker_words::{One, say};

use super::queue::delivery_id;
use crate::End;
use crate::output::{Output, named};

pub(crate) async fn show(studio: &Studio, output: Output, delivery: &str) -> Answer<End> {
    let receipt = studio.receipt(delivery_id(delivery)?).await?;
    output.result(&receipt, || text(&receipt));
    Ok(End::Done)
}

fn text(receipt: &Receipt) -> String {
    let label = |of: &str| format!("  {:<9}", say!("cli-receipt-label", of = One(of)));
    let file = &receipt.source;
    let mut lines = vec![
        say!("cli-receipt-of", title = &receipt.title, platform = receipt.platform.name()),
        format!("{} {}", label("file"), say!("cli-receipt-file", file = &file.file_name, bytes = file.size_bytes)),
    ];
    if let Some(hash) = &file.blake3 {
        lines.push(format!("  BLAKE3    {hash}"));
    }
    for to in &receipt.hosts {
        let sent = say!("cli-receipt-sent", host = &to.host, bytes = to.sent_bytes, requests = to.requests);
        lines.push(format!("{} {sent}", label("sent")));
    }
    let times = [
        ("queued", receipt.times.queued_at),
        ("first-byte", receipt.times.first_byte_at),
        ("received", receipt.times.received_at),
        ("published", receipt.times.published_at),
    ];
    for (of, at) in times {
        if let Some(at) = at {
            lines.push(format!("{} {}", label(of), at.format("%Y-%m-%d %H:%M:%S UTC")));
        }
    }
    lines.extend(receipt.steps.iter().map(|step| {
        let state = match step.state {
            StepState::Done => say!("cli-step-done"),
            StepState::Waiting { .. } => say!("cli-step-to-do"),
            StepState::NeedsAttention { .. } => say!("cli-step-needs-you"),
        };
        format!("  {}", named(&step.label, &state))
    }));
    lines.extend(receipt.stayed.iter().map(|said| format!("  {said}")));
    lines.join("\n")
}
