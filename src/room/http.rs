//! The requests of phones: the page, the short code, the handout, feedback, and the way to the socket.

#![expect(clippy::result_large_err, reason = "a refusal is an answer, made once and passed on at once")]

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

use axum::body::Body;
use axum::body::Bytes;
use axum::extract::FromRequestParts as _;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::Method;
use axum::http::StatusCode;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::Response;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::engine::AskError;
use crate::paper::lang_of;
use crate::room::feedback::Use;
use crate::room::handout;
use crate::room::hub::Hub;
use crate::room::page::Asset;
use crate::room::protocol::PostedCode;
use crate::room::protocol::PostedFeedback;
use crate::room::refusal::Hindrance;
use crate::room::site::Site;
use crate::room::socket;
use crate::room::view::is_feedback_open;
use crate::session::Command;
use crate::text::LangTag;

/// Most bytes of a typed code's request.
const LARGEST_CODE: usize = 1024;
/// Most bytes of a feedback form's request.
const LARGEST_FORM: usize = 128 * 1024;
/// A request's body has come within this time.
const BODY_WITHIN: Duration = Duration::from_secs(5);

/// A connection that may not have proved yet that it belongs here.
pub(super) struct Guest {
    pub(super) from: IpAddr,
    hub: Arc<Hub>,
    is_known: AtomicBool,
}

impl Guest {
    /// Lets a connection in, if there is room for one more stranger.
    pub(super) fn enter(hub: &Arc<Hub>, from: IpAddr) -> Option<Arc<Self>> {
        let is_known = AtomicBool::new(false);
        hub.strangers.enter(from).then(|| Arc::new(Self { from, hub: Arc::clone(hub), is_known }))
    }

    /// It belongs here: it takes no stranger's place any more.
    fn is_known(&self) {
        if !self.is_known.swap(true, Ordering::Relaxed) {
            self.hub.strangers.leave(self.from);
        }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.is_known();
    }
}

/// A form that is being read, of which there are few at a time: each may be large, and anybody may begin one.
struct Form<'a> {
    hub: &'a Hub,
    from: IpAddr,
}

impl<'a> Form<'a> {
    fn take(hub: &'a Hub, from: IpAddr) -> Option<Self> {
        hub.forms.enter(from).then_some(Self { hub, from })
    }
}

impl Drop for Form<'_> {
    fn drop(&mut self) {
        self.hub.forms.leave(self.from);
    }
}

/// Answers a request.
pub(super) async fn answer(hub: &Arc<Hub>, guest: &Arc<Guest>, mut parts: Parts, body: Body) -> Response {
    let site = hub.site();
    let mut response = match route(hub, guest, &site, &mut parts, body).await {
        Ok(response) | Err(response) => response,
    };
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if let Ok(policy) = HeaderValue::from_str(&site.policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refusals are answers too; `?` gives them.
type Answer = Result<Response, Response>;

async fn route(hub: &Arc<Hub>, guest: &Arc<Guest>, site: &Site, parts: &mut Parts, body: Body) -> Answer {
    check_host(site, &parts.headers)?;
    let path = parts.uri.path();
    if let Some(asset) = hub.page.asset(path) {
        check_method(parts, &[Method::GET, Method::HEAD])?;
        if path == "/" {
            hub.is_visited(guest.from);
        }
        return Ok(file(asset, parts));
    }
    match path {
        "/ws" => {
            check_method(parts, &[Method::GET])?;
            check_origin(site, &parts.headers)?;
            open_socket(hub, guest, parts).await
        }
        "/code" => {
            check_method(parts, &[Method::POST])?;
            check_origin(site, &parts.headers)?;
            take_code(hub, guest.from, &parts.headers, body).await
        }
        "/feedback" => {
            check_method(parts, &[Method::POST])?;
            check_origin(site, &parts.headers)?;
            // The place is given back with the body, also when the connection breaks off.
            let Some(_form) = Form::take(hub, guest.from) else {
                return Err(line(StatusCode::TOO_MANY_REQUESTS, "too many forms at once; try again in a moment"));
            };
            take_feedback(hub, parts, body).await
        }
        _ => match path.strip_prefix("/handout/").and_then(|name| name.strip_suffix(".pdf")) {
            Some(language) => {
                check_method(parts, &[Method::GET])?;
                let language = LangTag(language.into());
                give_handout(hub, &language, parts.uri.query().unwrap_or_default()).await
            }
            None => Err(line(StatusCode::NOT_FOUND, "there is nothing here")),
        },
    }
}

/// A status with one plain line.
fn line(status: StatusCode, text: &str) -> Response {
    let mut response = Response::new(Body::from(format!("{text}\n")));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

fn data(status: StatusCode, value: &serde_json::Value) -> Response {
    let mut response = Response::new(Body::from(value.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// No other name may lead here: a foreign page could else have its own name lead to us (DNS rebinding).
fn check_host(site: &Site, headers: &HeaderMap) -> Result<(), Response> {
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) if host.as_bytes() == site.host.as_bytes() => Ok(()),
        _ => Err(line(StatusCode::BAD_REQUEST, "this address is not known here")),
    }
}

/// A socket or post may come from our own page alone.
fn check_origin(site: &Site, headers: &HeaderMap) -> Result<(), Response> {
    match headers.get(header::ORIGIN) {
        Some(origin) if origin.as_bytes() == site.origin.as_bytes() => Ok(()),
        _ => Err(line(StatusCode::FORBIDDEN, "this may come from the room's own page alone")),
    }
}

fn check_method(parts: &Parts, allowed: &[Method]) -> Result<(), Response> {
    if allowed.contains(&parts.method) {
        return Ok(());
    }
    let mut response = line(StatusCode::METHOD_NOT_ALLOWED, "this cannot be done here");
    let names: Vec<&str> = allowed.iter().map(Method::as_str).collect();
    if let Ok(allow) = HeaderValue::from_str(&names.join(", ")) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    Err(response)
}

fn has_token(headers: &HeaderMap, name: header::HeaderName, token: &str) -> bool {
    let values = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    values.split(',').any(|value| value.trim().split(';').next() == Some(token))
}

fn file(asset: &Asset, parts: &Parts) -> Response {
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&asset.tag) {
        headers.insert(header::ETAG, tag);
    }
    if has_token(&parts.headers, header::IF_NONE_MATCH, &asset.tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    let bytes = if has_token(&parts.headers, header::ACCEPT_ENCODING, "gzip") && !asset.gzipped.is_empty() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        asset.gzipped.clone()
    } else {
        asset.plain.clone()
    };
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    if parts.method != Method::HEAD {
        *response.body_mut() = Body::from(bytes);
    }
    response
}

async fn open_socket(hub: &Arc<Hub>, guest: &Arc<Guest>, parts: &mut Parts) -> Answer {
    if hub.wrong_tokens.is_over(guest.from, Instant::now()) {
        return Err(line(StatusCode::TOO_MANY_REQUESTS, "too many wrong tokens; try again in a moment"));
    }
    let Ok(upgrade) = WebSocketUpgrade::from_request_parts(parts, &()).await else {
        return Err(line(StatusCode::BAD_REQUEST, "this is no WebSocket"));
    };
    let (hub, guest) = (Arc::clone(hub), Arc::clone(guest));
    let response = upgrade
        // The defaults would take 128 KiB of each phone.
        .read_buffer_size(2 * 1024)
        .write_buffer_size(4 * 1024)
        .max_write_buffer_size(512 * 1024)
        .max_message_size(socket::LARGEST_MESSAGE)
        .max_frame_size(socket::LARGEST_MESSAGE)
        .on_upgrade(move |socket| {
            let from = guest.from;
            socket::serve(socket, hub, from, move || guest.is_known())
        });
    Ok(response)
}

/// Reads a small JSON body.
async fn read<T: DeserializeOwned>(headers: &HeaderMap, body: Body, limit: usize) -> Result<T, Response> {
    let too_large = || line(StatusCode::PAYLOAD_TOO_LARGE, "this is too large");
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(too_large());
    }
    let bytes: Bytes = match tokio::time::timeout(BODY_WITHIN, axum::body::to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(_)) => return Err(too_large()),
        Err(_) => return Err(line(StatusCode::REQUEST_TIMEOUT, "this took too long")),
    };
    serde_json::from_slice(&bytes).map_err(|_error| line(StatusCode::BAD_REQUEST, "this is not understood"))
}

async fn take_code(hub: &Hub, from: IpAddr, headers: &HeaderMap, body: Body) -> Answer {
    let too_many = || line(StatusCode::TOO_MANY_REQUESTS, "too many wrong codes; try again in a minute");
    if hub.wrong_codes.is_over(from, Instant::now()) {
        return Err(too_many());
    }
    let PostedCode { code } = read(headers, body, LARGEST_CODE).await?;
    if hub.wrong_codes.is_over(from, Instant::now()) {
        // Others were found wrong while this one was on its way.
        return Err(too_many());
    }
    if hub.keys.is_code(&code) {
        return Ok(data(StatusCode::OK, &json!({"token": hub.keys.token})));
    }
    hub.wrong_codes.count(from, Instant::now());
    Err(line(StatusCode::FORBIDDEN, "this is not the room's code"))
}

async fn give_handout(hub: &Hub, language: &LangTag, query: &str) -> Answer {
    let token = query.split('&').find_map(|pair| pair.strip_prefix("t=")).unwrap_or_default();
    let snapshot = hub.client.snapshot();
    if !hub.keys.opens(token) {
        return Err(line(StatusCode::FORBIDDEN, "the token is wrong"));
    }
    if !hub.has_language(language) {
        return Err(line(StatusCode::NOT_FOUND, "the course does not speak this language"));
    }
    if !snapshot.state.handout_released {
        return Err(line(StatusCode::FORBIDDEN, "the handout is not released yet"));
    }
    let Some(bytes) = hub.shelf.get(language).await else {
        return Err(line(StatusCode::SERVICE_UNAVAILABLE, "the handout is not ready"));
    };
    let name = handout::file_name(snapshot.state.setup.course.as_str(), language);
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", name.display())) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// Takes a feedback form. Nothing here knows whose phone it comes from, and nothing of it is logged.
async fn take_feedback(hub: &Arc<Hub>, parts: &Parts, body: Body) -> Answer {
    let PostedFeedback { ticket, form } = read(&parts.headers, body, LARGEST_FORM).await?;
    let lang = parts.uri.query().and_then(|query| query.strip_prefix("lang="));
    let snapshot = hub.client.snapshot();
    let lang = lang_of(lang.unwrap_or(snapshot.state.setup.language.as_str()));
    let refused = |why: &Hindrance| {
        let status = if why.is_passing() { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::CONFLICT };
        line(status, &why.told(&hub.client.snapshot().state, lang).text)
    };
    if !is_feedback_open(&snapshot.state) {
        return Err(refused(&Hindrance::FeedbackNotYet));
    }
    let Some(used) = hub.tickets.take(&ticket, &form.key) else {
        return Err(line(StatusCode::FORBIDDEN, "the ticket is not good"));
    };
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let sent = hub.client.send_with(Command::GiveFeedback(form), move |outcome| {
        // A phone that no longer waits sends the form again.
        drop(sender.send(outcome.map(|_snapshot| ())));
    });
    let outcome = match sent {
        Ok(()) => receiver.await.unwrap_or(Err(AskError::Ended)).map_err(Hindrance::Ask),
        Err(_busy) => Err(Hindrance::Busy),
    };
    match outcome {
        Ok(()) => Ok(data(StatusCode::OK, &json!({"ok": true}))),
        Err(why) => {
            if used == Use::First {
                hub.tickets.give_back(&ticket);
            }
            Err(refused(&why))
        }
    }
}
