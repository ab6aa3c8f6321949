//! HTTP: the router, the reading of requests, the writing of answers; and a thread that serves a sandbox.

mod connection;

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::oneshot;

use super::machine::{Reply, Sent};
use super::request::{Part, Request};
use super::{Sandbox, SandboxError, control, page};
use connection::{Listening, Peer};

/// The largest body that is read: room for files that are too large for every interface, which have codes of their own.
const LARGEST_BODY: usize = 32 * 1_048_576;
/// How the platform labels its JSON.
const JSON: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "application/json; encoding=utf-8")];
/// Most parts of a multipart body that are read.
const MOST_PARTS: usize = 16;

/// A sandbox that is being served. Dropping it ends the service.
pub struct Running {
    address: SocketAddr,
    sandbox: Arc<Sandbox>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a client takes in the place of `https://api.weixin.qq.com`.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The sandbox.
    pub fn sandbox(&self) -> &Arc<Sandbox> {
        &self.sandbox
    }

    /// Waits until the service ends, which only an error of the system brings about.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Sandbox {
    /// Serves this sandbox at `address` (port 0 takes a free one) on a thread and runtime of its own.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub fn spawn(self: &Arc<Self>, address: SocketAddr) -> Result<Running, SandboxError> {
        let listen = |source| SandboxError::Listen { address, source };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(listen)?;
        let listener = runtime.block_on(tokio::net::TcpListener::bind(address)).map_err(listen)?;
        let bound = listener.local_addr().map_err(listen)?;
        let (stop, stopped) = oneshot::channel();
        let app = router(self.clone()).into_make_service_with_connect_info::<Peer>();
        let thread = std::thread::Builder::new().name("sandbox".into()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = axum::serve(Listening::new(listener), app) => {}
                    _ = stopped => {}
                }
            });
            // An observer may hold a request for ever; the service ends all the same.
            runtime.shutdown_background();
        });
        let thread = thread.map_err(listen)?;
        Ok(Running { address: bound, sandbox: self.clone(), stop: Some(stop), thread: Some(thread) })
    }
}

fn router(sandbox: Arc<Sandbox>) -> Router {
    Router::new()
        .merge(page::routes())
        .nest("/_sandbox", control::routes())
        .route("/_sandbox/", axum::routing::get(control::summary))
        .fallback(platform)
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST_BODY))
        .layer(axum::middleware::map_response_with_state(sandbox.clone(), dated))
        .with_state(sandbox)
}

/// Every answer shows the sandbox's clock.
async fn dated(State(sandbox): State<Arc<Sandbox>>, mut response: Response) -> Response {
    let date = sandbox.options.clock.now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(date) = HeaderValue::try_from(date) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

async fn platform(
    State(sandbox): State<Arc<Sandbox>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Response {
    if headers.contains_key(header::TRANSFER_ENCODING) && !headers.contains_key(header::CONTENT_LENGTH) {
        // The platform's gateway takes no body whose length it is not told (reported by users of three HTTP libraries).
        return StatusCode::PRECONDITION_FAILED.into_response();
    }
    let Ok(body) = body else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let query =
        Query::<Vec<(String, String)>>::try_from_uri(&uri).map(|Query(query)| query).unwrap_or_default();
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let request = Request {
        method: method.as_str().to_owned(),
        path: uri.path().to_owned(),
        query,
        parts: parts(&headers, &body).await,
        body: body.to_vec(),
        peer: peer.address.ip(),
        origin: format!("http://{host}"),
    };
    // Files are written and observers called on the way: not on a thread that others need.
    let reply = tokio::task::spawn_blocking(move || sandbox.serve(&request)).await;
    let Ok(Reply { answer, delay }) = reply else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    match answer {
        None => {
            peer.hang_up();
            StatusCode::OK.into_response()
        }
        Some(Sent::NotFound(value)) => (StatusCode::NOT_FOUND, JSON, value.to_string()).into_response(),
        Some(Sent::Json(value)) => (JSON, value.to_string()).into_response(),
        Some(Sent::Bytes { content_type, name, bytes }) => attachment(content_type, &name, bytes),
    }
}

fn attachment(content_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers =
        [(header::CONTENT_TYPE, content_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}

/// The parts of a multipart body; none when it is of another kind or broken.
async fn parts(headers: &HeaderMap, body: &Bytes) -> Vec<Part> {
    let mut parts = Vec::new();
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(Ok(boundary)) = content_type.map(multer::parse_boundary) else { return parts };
    let mut multipart = multer::Multipart::new(Body::from(body.clone()).into_data_stream(), boundary);
    while let Ok(Some(field)) = multipart.next_field().await {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned).or_else(|| foreign_file_name(field.headers()));
        let Ok(bytes) = field.bytes().await else { break };
        parts.push(Part { name, file_name, bytes: bytes.to_vec() });
        if parts.len() >= MOST_PARTS {
            break;
        }
    }
    parts
}

/// The file name of a part whose header is not UTF-8, as programs on Chinese Windows write it; the platform looks at
/// its extension only.
fn foreign_file_name(headers: &HeaderMap) -> Option<String> {
    let header = String::from_utf8_lossy(headers.get(header::CONTENT_DISPOSITION)?.as_bytes()).into_owned();
    let (name, _) = header.split_once("filename=\"")?.1.split_once('"')?;
    Some(name.to_owned())
}
