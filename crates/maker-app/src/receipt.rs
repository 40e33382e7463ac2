//! The receipt of a delivery: put together from its rows when it is asked for, so it is never out of step with them.

use std::path::Path;

use maker_domain::Platform;
use maker_domain::delivery::StateName;
use maker_domain::id::DeliveryId;
use maker_domain::receipt::{Receipt, ReceiptStep, Source, Times};
use maker_words::say;

use crate::studio::Studio;
use crate::{Answer, AppError};

impl Studio {
    /// The receipt as it stands now; of a delivery that has not ended it says how far it is.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`](crate::ErrorCode::NotFound)
    pub async fn receipt(&self, id: DeliveryId) -> Answer<Receipt> {
        let store = &self.inner.store;
        let row = store.delivery(id).await?;
        let file = store.published_file(row.publication_id).await?;
        let account = store.account(id).await?;
        let connection = store.connection(row.platform).await?;
        let steps = store.steps_of(id).await?;
        Ok(Receipt {
            delivery: id,
            publication: row.publication_id,
            title: row.title,
            platform: row.platform,
            account: connection.map(|c| c.account.name),
            source: Source {
                file_name: file.file_name.clone(),
                size_bytes: file.identity.size_bytes,
                modified_at: file.identity.modified_at,
                blake3: account.blake3,
            },
            hosts: account.hosts,
            times: Times { queued_at: Some(row.created_at), ..account.times },
            upload: account.upload,
            steps: steps
                .into_iter()
                .map(|s| ReceiptStep { label: s.work.label(), state: s.state, at: s.updated_at })
                .collect(),
            stayed: stayed(row.platform, &file.file_name, row.state.name()),
            state: row.state,
        })
    }

    /// The receipt as JSON for people to keep: indented, with a line at its end.
    ///
    /// # Errors
    /// As [`receipt`](Self::receipt).
    pub async fn receipt_json(&self, id: DeliveryId) -> Answer<String> {
        let receipt = self.receipt(id).await?;
        let json = serde_json::to_string_pretty(&receipt)
            .map_err(|error| AppError::internal(say!("app-receipt-unwritten"), error))?;
        Ok(json + "\n")
    }

    /// Writes a receipt where the maker has chosen, whole or not at all.
    ///
    /// # Errors
    /// [`AppError`] when the place cannot be written.
    pub async fn write_receipt(&self, path: &Path, json: &str) -> Answer<()> {
        let refused = |error| AppError::internal(say!("app-receipt-place"), error);
        let beside = path.with_extension("json.part");
        tokio::fs::write(&beside, json).await.map_err(refused)?;
        tokio::fs::rename(&beside, path).await.map_err(refused)
    }
}

fn stayed(platform: Platform, file_name: &str, state: StateName) -> Vec<String> {
    let mut said = vec![say!("app-receipt-stayed", file = file_name)];
    if state == StateName::Published {
        said.push(say!("app-receipt-keep-published", platform = platform.name()));
    } else {
        said.push(say!("app-receipt-keep-open"));
    }
    said
}
