//! Services and drafts out of a file: first what is in it, then the rows that are good. A row's id follows from what it
//! says, so that the same file can be taken twice and adds nothing the second time, on this device or on another.

use std::collections::HashSet;
use std::path::Path;

use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, ServiceId};
use maker_domain::service::ServiceFields;
use maker_domain::text::beginning;
use maker_words::say;
use uuid::Uuid;

use super::table::{self, Cells};
use super::{drafts, services};
use crate::data::Progress;
use crate::studio::Studio;
use crate::views::{RowError, RowsAdded, RowsView};
use crate::{Answer, AppError};

/// Errors that are told one by one; the rest is counted.
const MOST_ERRORS: usize = 50;

/// Titles that are shown as examples.
const MOST_TITLES: usize = 5;

/// Rows that are written at once.
const AT_ONCE: usize = 200;

/// Under which the ids of imported rows are made.
const IMPORTED: Uuid = Uuid::from_u128(0x9a6c_0d0e_5b0f_4f0a_8d52_6c1f_70b6_3e11);

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RowKind {
    /// Services of the maker's page.
    Services,
    /// Drafts of videos.
    Drafts,
}

/// A row that can be added.
enum Good {
    Service(ServiceFields),
    Draft(Box<DraftFields>),
}

/// What a file holds.
struct Sorted {
    good: Vec<(Uuid, Good)>,
    view: RowsView,
}

impl Studio {
    /// Looks at a file of services or drafts and changes nothing.
    ///
    /// # Errors
    /// [`crate::ErrorCode::BadInput`] for a file that is no table; what is wrong with single rows is no error.
    pub async fn look_at_rows(&self, file: &Path, kind: RowKind) -> Answer<RowsView> {
        Ok(self.sort_rows(file, kind).await?.view)
    }

    /// Adds the rows of a file that are good and not here yet.
    ///
    /// # Errors
    /// As [`Studio::look_at_rows`]; [`crate::ErrorCode::NotNow`] when it was cancelled: what was added until then stays,
    /// and the same file goes on from there.
    pub async fn import_rows(&self, file: &Path, kind: RowKind, progress: &Progress) -> Answer<RowsAdded> {
        let work = async {
            let Sorted { good, view } = self.sort_rows(file, kind).await?;
            progress.of(u64::from(view.good));
            let (_, maker) = self.inner.store.local_maker().await?;
            let mut rest = good.into_iter().peekable();
            while rest.peek().is_some() {
                let part: Vec<(Uuid, Good)> = rest.by_ref().take(AT_ONCE).collect();
                let steps = part.len();
                let now = self.inner.now();
                let (mut services, mut drafts) = (Vec::new(), Vec::new());
                for (id, row) in part {
                    match row {
                        Good::Service(fields) => services.push((ServiceId(id), fields)),
                        Good::Draft(fields) => drafts.push((DraftId(id), *fields)),
                    }
                }
                self.inner.store.add_services(maker, services, now).await?;
                self.inner.store.add_drafts(maker, &drafts, now).await?;
                progress.step(steps)?;
            }
            Ok(RowsAdded { added: view.good, already: view.already, bad: view.bad })
        };
        let done = self.at_work(progress, work).await;
        self.inner.changed(match kind {
            RowKind::Services => "services",
            RowKind::Drafts => "drafts",
        });
        done
    }

    async fn sort_rows(&self, file: &Path, kind: RowKind) -> Answer<Sorted> {
        let zone = self.settings().await?.zone().to_owned();
        let currency = self.next_service().await?.currency;
        let path = file.to_owned();
        let sorted = tokio::task::spawn_blocking(move || sort(&path, kind, &zone, &currency));
        let lost = |error| AppError::internal(say!("table-lost"), error);
        let Sorted { good, mut view } = sorted.await.map_err(lost)??;
        let ids: Vec<Uuid> = good.iter().map(|(id, _)| *id).collect();
        let here: HashSet<Uuid> = match kind {
            RowKind::Services => self.inner.store.services_among(&ids).await?,
            RowKind::Drafts => self.inner.store.drafts_among(&ids).await?,
        }
        .into_iter()
        .collect();
        let good: Vec<(Uuid, Good)> = good.into_iter().filter(|(id, _)| !here.contains(id)).collect();
        view.already += count(here.len());
        view.good = count(good.len());
        view.titles = good.iter().take(MOST_TITLES).map(|(_, row)| title(row)).collect();
        Ok(Sorted { good, view })
    }
}

fn title(row: &Good) -> String {
    match row {
        Good::Service(fields) => beginning(&fields.title),
        Good::Draft(fields) => beginning(&fields.title),
    }
}

fn sort(file: &Path, kind: RowKind, zone: &str, currency: &str) -> Answer<Sorted> {
    let columns = match kind {
        RowKind::Services => services::COLUMNS,
        RowKind::Drafts => drafts::COLUMNS,
    };
    let read = table::read(file, columns)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut view = RowsView {
        file: name,
        good: 0,
        already: 0,
        bad: 0,
        errors: Vec::new(),
        titles: Vec::new(),
        ignored: read.ignored,
    };
    let (mut good, mut seen) = (Vec::new(), HashSet::new());
    for (number, line) in read.rows {
        let row = line.and_then(|cells| {
            let row = match kind {
                RowKind::Services => services::row(&cells, currency).map(Good::Service),
                RowKind::Drafts => drafts::row(&cells, zone).map(|fields| Good::Draft(Box::new(fields))),
            };
            let row = row.map_err(|(column, message)| RowError { row: number, column: column.to_owned(), message })?;
            Ok((id(kind, &cells), row))
        });
        match row {
            // The same row twice in a file is one.
            Ok((id, row)) => {
                if seen.insert(id) {
                    good.push((id, row));
                } else {
                    view.already += 1;
                }
            }
            Err(error) => {
                view.bad += 1;
                if view.errors.len() < MOST_ERRORS {
                    view.errors.push(error);
                }
            }
        }
    }
    Ok(Sorted { good, view })
}

/// By what the row says, whatever the order of its columns.
fn id(kind: RowKind, cells: &Cells) -> Uuid {
    let text = serde_json::to_string(&(kind, cells)).unwrap_or_default();
    Uuid::new_v5(&IMPORTED, text.as_bytes())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
