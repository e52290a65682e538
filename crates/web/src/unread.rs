//! What is left of a request when its answer is ready. Whoever is still sending when the connection ends gets to see
//! "connection reset" in the place of the answer, so the rest is heard out first, within reason.

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    middleware::Next,
    response::Response,
};
use http_body_util::BodyExt;
use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::sync::oneshot;

/// Less than this is in the buffers of the connection already.
const LITTLE: u64 = 64 << 10;
const MOST: u64 = 16 << 20;
/// For each piece: some wait for the answer before they send anything.
const PATIENCE: Duration = Duration::from_millis(500);

pub(crate) async fn hear_out(request: Request, next: Next) -> Response {
    let size = request.body().size_hint();
    if size.upper().is_some_and(|most| most <= LITTLE) || size.lower() > MOST {
        return next.run(request).await;
    }
    let (left, mut rest) = oneshot::channel();
    let request = request.map(|body| Body::new(Watched { body, left: Some(left) }));
    let response = next.run(request).await;
    // It is here already, if it is here at all: a body that was read to its end leaves nothing to do.
    if let Ok(body) = rest.try_recv() {
        discard(body).await;
    }
    response
}

async fn discard(mut body: Body) {
    let mut heard = 0;
    while let Ok(Some(Ok(frame))) = tokio::time::timeout(PATIENCE, body.frame()).await
        && heard < MOST
    {
        heard += frame.data_ref().map_or(0, |data| data.len() as u64);
    }
}

/// A body that says when it is let go before its end.
struct Watched {
    body: Body,
    left: Option<oneshot::Sender<Body>>,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> http_body::SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Some(left) = self.left.take().filter(|_| !self.body.is_end_stream()) {
            let _ = left.send(std::mem::take(&mut self.body));
        }
    }
}
