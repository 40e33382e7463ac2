//! The pictures' requests over HTTP.

use async_trait::async_trait;
use bytes::Bytes;
use maker_domain::image::{ImageName, ImageUpload, MOST_BYTES};
use maker_domain::problem::{Problem, code};
use reqwest::header::CONTENT_TYPE;
use reqwest::{Method, StatusCode};
use uuid::Uuid;

use super::exchange::{PictureBackend, Trouble};
use crate::exchange::Failure;
use crate::http::{Answered, HttpBackend, bounded, meaning, read, refused};

#[async_trait]
impl PictureBackend for HttpBackend {
    async fn upload(&self, workspace: Uuid, name: ImageName) -> Result<ImageUpload, Trouble> {
        let path = format!("v1/t/{workspace}/images/{name}/upload");
        told(self.answered(|| self.to(Method::GET, &path)).await?).await
    }

    async fn part(
        &self,
        workspace: Uuid,
        name: ImageName,
        from: u64,
        size: u64,
        bytes: Bytes,
    ) -> Result<ImageUpload, Trouble> {
        let path = format!("v1/t/{workspace}/images/{name}/upload");
        let answer = self.answered(|| {
            let request = self.to(Method::PATCH, &path).query(&[("offset", from), ("size", size)]);
            request.header(CONTENT_TYPE, "application/octet-stream").body(bytes.clone())
        });
        told(answer.await?).await
    }

    async fn fetch(&self, workspace: Uuid, name: ImageName) -> Result<Bytes, Trouble> {
        let path = format!("v1/t/{workspace}/images/{name}");
        let answer = self.answered(|| self.to(Method::GET, &path)).await?;
        match answer {
            Answered::Done(answer) => {
                let most = usize::try_from(MOST_BYTES).unwrap_or(usize::MAX);
                match bounded(answer, most).await {
                    Ok(bytes) => Ok(bytes.into()),
                    Err(Failure::Refused(_)) => Err(Trouble::Absent),
                    Err(failure) => Err(failure.into()),
                }
            }
            Answered::Not(status, _, text) if matches!(status.as_u16(), 404 | 410) || keeps_none(&text) => {
                Err(Trouble::Absent)
            }
            refused => Err(refused.done().map_or_else(Trouble::from, |_| Trouble::Absent)),
        }
    }
}

fn problem(text: &[u8]) -> Option<Problem> {
    serde_json::from_slice(text).ok()
}

/// The backend is there and has no place for pictures.
fn keeps_none(text: &[u8]) -> bool {
    problem(text).is_some_and(|problem| problem.code == code::NO_IMAGES)
}

/// What an answer about an upload tells.
async fn told(answer: Answered) -> Result<ImageUpload, Trouble> {
    let (status, after, text) = match answer {
        Answered::Done(answer) => return Ok(read(answer).await?),
        Answered::Not(status, after, text) => (status, after, text),
    };
    if status == StatusCode::CONFLICT
        && let Ok(upload) = serde_json::from_slice::<ImageUpload>(&text)
    {
        return Ok(upload);
    }
    let problem = problem(&text);
    let word = problem.as_ref().map_or("", |problem| problem.code.as_str());
    let for_good = match (status.as_u16(), word) {
        (_, code::IMAGE_REFUSED | code::TOO_LARGE) | (413, _) => true,
        (_, code::QUOTA | code::NO_IMAGES) | (507, _) => false,
        _ => return Err(meaning(status, after, problem.as_ref()).into()),
    };
    let why = match refused(status, problem.as_ref()) {
        Failure::Refused(why) => why,
        other => other.to_string(),
    };
    Err(Trouble::NotTaken { why, for_good })
}
