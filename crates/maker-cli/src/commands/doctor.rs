//! `doctor`: the checks, each with its remedy.

use maker_app::{Answer, Studio};

use crate::End;
use crate::output::{Output, named};

pub(crate) async fn run(studio: &Studio, output: Output, report: bool) -> Answer<End> {
    if report {
        let text = studio.doctor_report(None).await?;
        output.result(&text, || text.trim_end().to_owned());
        return Ok(End::Done);
    }
    let lines = studio.doctor(None).await?;
    for line in &lines {
        output.result(line, || {
            let mark = if line.ok { "ok " } else { "!! " };
            let fix = line.fix.as_ref().map(|f| format!("\n     {f}")).unwrap_or_default();
            format!("{mark} {}{fix}", named(&line.name, &line.found))
        });
    }
    Ok(if lines.iter().all(|l| l.ok) { End::Done } else { End::NeedsMaker })
}
