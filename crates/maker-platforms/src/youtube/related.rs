//! A `multipart/related` body (RFC 2387): a resource as JSON, then a file as it is.

use bytes::Bytes;
use serde_json::Value;

use crate::pieces::Pieces;

/// The body, and the content type that announces it.
pub(super) fn body(resource: &Value, file: Bytes) -> (String, Pieces) {
    let resource = resource.to_string();
    let boundary = boundary(&[resource.as_bytes(), &file]);
    let head = format!(
        "--{boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n{resource}\r\n\
         --{boundary}\r\nContent-Type: application/octet-stream\r\n\r\n"
    );
    let end = format!("\r\n--{boundary}--\r\n");
    (format!("multipart/related; boundary={boundary}"), Pieces::new([head.into(), file, end.into()]))
}

/// A text that stands in none of `parts`.
fn boundary(parts: &[&[u8]]) -> String {
    let mut number = 0_u64;
    loop {
        let boundary = format!("maker-studio-{number}");
        let taken = |part: &&[u8]| part.windows(boundary.len()).any(|window| window == boundary.as_bytes());
        if !parts.iter().any(taken) {
            return boundary;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::pin::Pin;

    use http_body::Body;
    use serde_json::json;

    use super::*;

    async fn read(mut pieces: Pieces) -> Vec<u8> {
        let mut bytes = Vec::new();
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut pieces).poll_frame(cx)).await {
            bytes.extend_from_slice(frame.unwrap().data_ref().unwrap());
        }
        bytes
    }

    #[tokio::test]
    async fn a_file_goes_in_byte_for_byte_and_cannot_end_its_own_part() {
        let file = [b"\r\n--maker-studio-0--\r\n".as_slice(), &[0xFF; 200_000]].concat();
        let (content_type, pieces) = body(&json!({"a": "maker-studio-1"}), Bytes::from(file.clone()));
        assert_eq!(content_type, "multipart/related; boundary=maker-studio-2");
        let head = "--maker-studio-2\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n{\"a\":\"maker-studio-1\"}\r\n\
                    --maker-studio-2\r\nContent-Type: application/octet-stream\r\n\r\n";
        let expected = [head.as_bytes(), &file, b"\r\n--maker-studio-2--\r\n"].concat();
        assert_eq!(pieces.length(), expected.len() as u64);
        assert!(read(pieces).await == expected, "the body is not what was put in");
    }
}
