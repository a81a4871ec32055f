//! What is posted to an OpenAI-compatible address.
//!
//! Source: OpenAI API reference, “Create chat completion”; of it only what every server
//! that speaks the protocol knows.

use serde_json::{Map, Value};

use super::ask::Outgoing;

/// The body: both messages exactly as the screen showed them, streamed back. Without a
/// model's name the server takes the one it has.
pub fn request_body(model: &str, outgoing: &Outgoing) -> String {
    let messages = vec![
        message("system", outgoing.system()),
        message("user", outgoing.user()),
    ];
    let mut body = Map::new();
    if !model.is_empty() {
        body.insert(String::from("model"), Value::from(model));
    }
    body.insert(String::from("messages"), Value::Array(messages));
    body.insert(String::from("stream"), Value::Bool(true));
    Value::Object(body).to_string()
}

fn message(role: &str, content: &str) -> Value {
    let mut message = Map::new();
    message.insert(String::from("role"), Value::from(role));
    message.insert(String::from("content"), Value::from(content));
    Value::Object(message)
}
