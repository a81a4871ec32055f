//! What a tracker answers, as far as it can be believed.

use serde_json::Value;

use super::{Ticket, Tracker, Writing};

/// Longest answer that is read, in bytes; real ones are some ten thousand.
pub const MAX_ANSWER_BYTES: usize = 1_000_000;

/// Longest message of a tracker that is shown, in characters.
const MAX_MESSAGE_CHARS: usize = 200;

/// Seconds in a minute.
const MINUTE_S: u64 = 60;

/// Nobody waits longer than a day for a tracker, in minutes.
const MAX_WAIT_MIN: u64 = 24 * 60;

/// An answer as it came.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answered {
    /// The HTTP status; 0: it leads elsewhere, and nobody followed.
    pub status: u16,
    /// `Retry-After`, where it may be read.
    pub retry_after: Option<String>,
    /// `X-RateLimit-Remaining`, where it may be read.
    pub remaining: Option<String>,
    /// Its bytes, [`MAX_ANSWER_BYTES`] at most.
    pub body: Vec<u8>,
}

/// Why something was not written, or perhaps was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The token is wrong, has run out, or may not do this.
    Token,
    /// There is no such ticket, or the token may not see it.
    NotFound,
    /// The ticket is elsewhere now.
    Moved,
    /// Too much was asked; again after so many minutes, if it says so.
    Limited(Option<u32>),
    /// No answer from there, or it does not let this page ask.
    Unreachable,
    /// No answer in time.
    Slow,
    /// The person stopped it.
    Stopped,
    /// What came is no answer of such a tracker.
    Strange,
    /// It took the request and set nothing.
    Ignored,
    /// Another status, with its own words, may be empty.
    Other(u16, String),
}

impl Trouble {
    /// Whether what was sent may be written all the same.
    pub fn may_be_there(&self) -> bool {
        match self {
            Self::Unreachable | Self::Slow | Self::Stopped | Self::Strange => true,
            Self::Other(status, _) => *status >= 500,
            Self::Token | Self::NotFound | Self::Moved | Self::Limited(_) | Self::Ignored => false,
        }
    }
}

impl Ticket {
    /// Where to look at what was written.
    ///
    /// # Errors
    /// When it was not written, or nobody knows.
    pub fn read(&self, writing: &Writing, answered: &Answered) -> Result<String, Trouble> {
        match answered.status {
            200..=299 => self.written(writing, &answered.body),
            0 | 301..=308 => Err(Trouble::Moved),
            429 => Err(Trouble::Limited(answered.minutes())),
            403 if answered.is_limited() => Err(Trouble::Limited(answered.minutes())),
            401 | 403 => Err(Trouble::Token),
            404 => Err(Trouble::NotFound),
            status => Err(Trouble::Other(status, answered.message())),
        }
    }

    fn written(&self, writing: &Writing, body: &[u8]) -> Result<String, Trouble> {
        let said: Value = serde_json::from_slice(body).map_err(|_| Trouble::Strange)?;
        let is_so = match writing {
            Writing::Comment(_) => return self.commented(&said),
            Writing::Label(label) => {
                let labels = said.as_array().ok_or(Trouble::Strange)?;
                let mut names = labels.iter().filter_map(|one| one.get("name")?.as_str());
                names.any(|name| name.eq_ignore_ascii_case(label))
            }
            Writing::Weight(_) if !is_number(&said, "iid") => return Err(Trouble::Strange),
            Writing::Weight(weight) => said.get("weight") == Some(&Value::from(*weight)),
        };
        is_so.then(|| self.page()).ok_or(Trouble::Ignored)
    }

    fn commented(&self, said: &Value) -> Result<String, Trouble> {
        let is_text = |name: &str| said.get(name).is_some_and(Value::is_string);
        let id = said.get("id").and_then(Value::as_u64);
        let id = id.filter(|_| is_text("body")).ok_or(Trouble::Strange)?;
        match self.tracker {
            Tracker::GitHub => {
                let page = said.get("html_url").and_then(Value::as_str);
                page.map(|page| self.own(page)).ok_or(Trouble::Strange)
            }
            Tracker::GitLab => Ok(format!("{}#note_{id}", self.page())),
        }
    }

    /// An address that an answer names, if it is one of this ticket; else the ticket's own.
    fn own(&self, page: &str) -> String {
        let own = self.page();
        let behind = page
            .strip_prefix(&own)
            .and_then(|rest| rest.strip_prefix('#'));
        let is_mark = |mark: &str| mark.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if behind.is_some_and(is_mark) {
            page.to_owned()
        } else {
            own
        }
    }
}

fn is_number(said: &Value, name: &str) -> bool {
    said.get(name).is_some_and(Value::is_u64)
}

impl Answered {
    /// GitHub says 403 of a limit as well (“Rate limits for the REST API”).
    fn is_limited(&self) -> bool {
        let is_used_up = self.remaining.as_deref().is_some_and(|n| n.trim() == "0");
        is_used_up || self.retry_after.is_some() || self.message().contains("rate limit")
    }

    /// Minutes to wait, rounded up, where it says so.
    fn minutes(&self) -> Option<u32> {
        let seconds: u64 = self.retry_after.as_ref()?.trim().parse().ok()?;
        let minutes = seconds.div_ceil(MINUTE_S).clamp(1, MAX_WAIT_MIN);
        u32::try_from(minutes).ok()
    }

    /// Its own words, on one line.
    fn message(&self) -> String {
        let said = serde_json::from_slice::<Value>(&self.body).unwrap_or_default();
        let said = ["message", "error"].iter().find_map(|name| said.get(name));
        let text = match said {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(_) | Value::Object(_)) => {
                said.map(Value::to_string).unwrap_or_default()
            }
            Some(Value::Null | Value::Bool(_) | Value::Number(_)) | None => String::new(),
        };
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.chars().filter(|c| !c.is_control());
        words.take(MAX_MESSAGE_CHARS).collect()
    }
}
