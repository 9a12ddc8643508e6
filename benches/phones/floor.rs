//! The floor: a bare axum server that sends back what comes, on one thread as the room.

use std::io::BufRead as _;

use axum::Router;
use axum::extract::ws::Message;
use axum::extract::ws::WebSocket;
use axum::extract::ws::WebSocketUpgrade;
use axum::response::Response;
use axum::routing::any;
use serde_json::json;

pub(crate) fn serve() {
    std::thread::Builder::new()
        .name("floor".to_owned())
        .spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().unwrap();
            runtime.block_on(async {
                let socket = tokio::net::TcpSocket::new_v4().unwrap();
                socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
                let listener = socket.listen(4096).unwrap();
                println!("{}", json!({"address": listener.local_addr().unwrap().to_string(), "token": ""}));
                axum::serve(listener, Router::new().route("/ws", any(take_in))).await.unwrap();
            });
        })
        .unwrap();
    for line in std::io::stdin().lock().lines() {
        println!("null");
        if line.unwrap() == "stop" {
            return;
        }
    }
}

async fn take_in(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(echo)
}

async fn echo(mut socket: WebSocket) {
    while let Some(Ok(message)) = socket.recv().await {
        if matches!(message, Message::Text(_)) && socket.send(message).await.is_err() {
            return;
        }
    }
}
