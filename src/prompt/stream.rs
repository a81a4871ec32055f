//! An answer as it arrives: server-sent events of an OpenAI-compatible address, or one
//! JSON text from those that do not stream.
//!
//! Sources: WHATWG HTML §9.2 (event streams); OpenAI API reference, “Streaming”.
//! Fed with bytes as they come, cut anywhere; trusts none of them.

use serde_json::Value;

use super::said::{Answer, Failure, Said, short_line};

/// Most bytes taken of one answer: JSON around each word makes it large.
pub const MAX_STREAM_BYTES: usize = 4 * 1024 * 1024;

/// Most bytes taken of a refusal.
const MAX_REFUSAL_BYTES: usize = 16 * 1024;

/// The last event of a stream.
const DONE: &str = "[DONE]";

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// More may come.
    More,
    /// The stream said that it is over.
    Done,
}

/// One answer on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    status: u16,
    shape: Shape,
    /// The line that is not over yet; of [`Shape::Whole`] everything.
    line: Vec<u8>,
    /// The last byte was a carriage return, which a line feed may follow.
    is_after_return: bool,
    /// `data:` lines of the event that is not over yet.
    data: Option<String>,
    n_bytes: usize,
    said: Said,
    is_done: bool,
    is_cut: bool,
}

/// What sort of answer it is, told by its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Unknown,
    Events,
    Whole,
}

impl Stream {
    /// An answer with this HTTP status.
    pub fn new(status: u16) -> Self {
        let is_fine = (200..300).contains(&status);
        Self {
            status,
            shape: if is_fine {
                Shape::Unknown
            } else {
                Shape::Whole
            },
            line: Vec::new(),
            is_after_return: false,
            data: None,
            n_bytes: 0,
            said: Said::default(),
            is_done: false,
            is_cut: false,
        }
    }

    /// Takes the next bytes. After [`Progress::Done`] or a failure nothing more is read.
    ///
    /// # Errors
    /// When the far side refuses, does not speak the protocol, or does not end.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<Progress, Failure> {
        if self.is_done {
            return Ok(Progress::Done);
        }
        self.n_bytes = self.n_bytes.saturating_add(bytes.len());
        if self.is_refusal() {
            let room = MAX_REFUSAL_BYTES.saturating_sub(self.line.len());
            self.line.extend(bytes.iter().take(room));
            return Ok(Progress::More);
        }
        if self.n_bytes > MAX_STREAM_BYTES {
            return Err(Failure::TooLong);
        }
        for byte in bytes {
            self.take(*byte)?;
            if self.is_done {
                return Ok(Progress::Done);
            }
        }
        Ok(Progress::More)
    }

    /// What was said so far.
    pub fn said(&self) -> &str {
        self.said.text()
    }

    /// There are no more bytes.
    ///
    /// # Errors
    /// When it was a refusal, was not the protocol, or nothing was said.
    pub fn end(mut self) -> Result<Answer, Failure> {
        if self.is_refusal() {
            let text = String::from_utf8_lossy(&self.line).into_owned();
            return Err(self.refusal(&text));
        }
        match self.shape {
            Shape::Unknown => return Err(Failure::Nothing),
            Shape::Whole => {
                let value = serde_json::from_slice(&self.line).map_err(|_| Failure::Broken)?;
                if !self.hear(&value)? {
                    return Err(Failure::Broken);
                }
            }
            Shape::Events if !self.is_done => {
                self.line_over()?;
                self.event_over()?;
            }
            Shape::Events => {}
        }
        self.said.end(self.is_cut)
    }

    fn is_refusal(&self) -> bool {
        !(200..300).contains(&self.status)
    }

    fn take(&mut self, byte: u8) -> Result<(), Failure> {
        match self.shape {
            Shape::Unknown => {
                // White space and a byte order mark may come first.
                if byte.is_ascii_whitespace() || [0xef, 0xbb, 0xbf].contains(&byte) {
                    return Ok(());
                }
                self.shape = match byte {
                    // A page for people: a proxy, a login, the wrong address.
                    b'<' => return Err(Failure::Broken),
                    b'{' | b'[' => Shape::Whole,
                    _other => Shape::Events,
                };
                self.line.push(byte);
            }
            Shape::Whole => self.line.push(byte),
            Shape::Events => {
                let is_second_half = byte == b'\n' && self.is_after_return;
                self.is_after_return = byte == b'\r';
                match byte {
                    b'\n' if is_second_half => {}
                    b'\n' | b'\r' => self.line_over()?,
                    _other => self.line.push(byte),
                }
            }
        }
        Ok(())
    }

    fn line_over(&mut self) -> Result<(), Failure> {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return self.event_over();
        }
        let line = String::from_utf8_lossy(&line);
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        // Comments have no name; other fields say nothing about the answer.
        if name != "data" {
            return Ok(());
        }
        let value = value.strip_prefix(' ').unwrap_or(value);
        let data = match self.data.take() {
            Some(before) => format!("{before}\n{value}"),
            None => value.to_owned(),
        };
        if data.trim() == DONE {
            self.is_done = true;
            return Ok(());
        }
        // Some servers leave out the empty line: what is whole is an event.
        if let Ok(value) = serde_json::from_str::<Value>(&data) {
            self.hear(&value)?;
        } else {
            self.data = Some(data);
        }
        Ok(())
    }

    fn event_over(&mut self) -> Result<(), Failure> {
        match self.data.take() {
            Some(data) if !data.trim().is_empty() => Err(Failure::Broken),
            Some(_) | None => Ok(()),
        }
    }

    /// Takes what a JSON value says; whether it said anything of an answer.
    fn hear(&mut self, value: &Value) -> Result<bool, Failure> {
        let error = value.get("error").filter(|error| !error.is_null());
        if error.is_some() {
            return Err(refusal_of(None, value));
        }
        let Some(choice) = value.get("choices").and_then(|choices| choices.get(0)) else {
            return Ok(value.get("choices").is_some());
        };
        if let Some("length" | "content_filter") =
            choice.get("finish_reason").and_then(Value::as_str)
        {
            self.is_cut = true;
        }
        let message = choice.get("delta").or_else(|| choice.get("message"));
        match message.and_then(|message| message.get("content")) {
            Some(Value::String(piece)) => self.said.push(piece)?,
            Some(Value::Array(parts)) => {
                for part in parts {
                    let text = part.get("text").and_then(Value::as_str);
                    self.said.push(text.unwrap_or_default())?;
                }
            }
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => {}
        }
        Ok(true)
    }

    fn refusal(&self, text: &str) -> Failure {
        match serde_json::from_str::<Value>(text) {
            // Some put it into a list of one.
            Ok(value) => refusal_of(Some(self.status), value.get(0).unwrap_or(&value)),
            // Pages for people explain nothing in a line; plain text does.
            Err(_) => Failure::Refused {
                status: Some(self.status),
                message: if text.contains('<') {
                    String::new()
                } else {
                    short_line(text)
                },
            },
        }
    }
}

/// A refusal in the words of its JSON: `{"error": {"message": …}}` and its relatives.
fn refusal_of(status: Option<u16>, value: &Value) -> Failure {
    let error = value.get("error").filter(|error| !error.is_null());
    let error = error.unwrap_or(value);
    let words = ["message", "detail"]
        .iter()
        .find_map(|name| error.get(*name));
    let message = words.and_then(Value::as_str).or_else(|| error.as_str());
    let code = error.get("code").and_then(Value::as_u64);
    let code = code.and_then(|code| u16::try_from(code).ok());
    Failure::Refused {
        status: status.or(code.filter(|code| (400..600).contains(code))),
        message: short_line(message.unwrap_or_default()),
    }
}
