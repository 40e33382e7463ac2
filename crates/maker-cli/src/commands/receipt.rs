//! `receipt`: what went where, from which file, when.

use maker_app::{Answer, Studio};
use maker_domain::receipt::Receipt;

use super::queue::delivery_id;
use crate::End;
use crate::output::Output;

pub(crate) async fn show(studio: &Studio, output: Output, delivery: &str) -> Answer<End> {
    let receipt = studio.receipt(delivery_id(delivery)?).await?;
    output.result(&receipt, || text(&receipt));
    Ok(End::Done)
}

fn text(receipt: &Receipt) -> String {
    let mut lines = vec![
        format!("{} to {}", receipt.title, receipt.platform),
        format!("  File      {} ({} bytes)", receipt.source.file_name, receipt.source.size_bytes),
    ];
    if let Some(hash) = &receipt.source.blake3 {
        lines.push(format!("  BLAKE3    {hash}"));
    }
    for host in &receipt.hosts {
        lines.push(format!("  Sent to   {}: {} bytes in {} requests", host.host, host.sent_bytes, host.requests));
    }
    let times = [
        ("Queued", receipt.times.queued_at),
        ("First byte", receipt.times.first_byte_at),
        ("Received", receipt.times.received_at),
        ("Published", receipt.times.published_at),
    ];
    for (what, at) in times {
        if let Some(at) = at {
            lines.push(format!("  {what:<9} {}", at.format("%Y-%m-%d %H:%M:%S UTC")));
        }
    }
    lines.extend(receipt.steps.iter().map(|step| {
        let state = match step.state {
            maker_domain::followup::StepState::Done => "done",
            maker_domain::followup::StepState::Waiting { .. } => "to be done",
            maker_domain::followup::StepState::NeedsAttention { .. } => "needs you",
        };
        format!("  {}: {state}", step.label)
    }));
    lines.extend(receipt.stayed.iter().map(|said| format!("  {said}")));
    lines.join("\n")
}
