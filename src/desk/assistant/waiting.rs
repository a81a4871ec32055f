//! A question that has left: what was said so far, and since when there is silence.

use crate::prompt::{Answer, Failure, Progress, Said, Stream};

use crate::desk::event::{ModelId, ModelNews, ModelTrouble};
use crate::desk::view::AskEnd;

use super::asking::Question;

/// Without news for so long, the screen says that it is slow; in ms.
const SLOW_MS: i64 = 20_000;

/// Without news for so long, it is given up; in ms. Large models take a minute to begin.
const SILENT_MS: i64 = 120_000;

/// No answer is waited for longer, in ms: some servers keep a line open for ever.
const MAX_MS: i64 = 600_000;

/// A question that has left.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) id: ModelId,
    pub(super) question: Question,
    /// Nothing came for a while.
    pub(super) is_slow: bool,
    /// The browser fetches its model; so much is there, in per cent.
    pub(super) fetched: Option<u8>,
    since_ms: i64,
    heard_ms: i64,
    reading: Reading,
}

/// How the answer comes.
#[derive(Debug)]
enum Reading {
    /// Not yet.
    Nothing,
    /// As bytes of an address.
    Bytes(Stream),
    /// As text of the browser.
    Text(Said),
    /// It is whole; some of it came to light only with its end.
    Over(String),
}

impl Waiting {
    pub(super) fn new(id: ModelId, question: Question, now_ms: i64) -> Self {
        Self {
            id,
            question,
            is_slow: false,
            fetched: None,
            since_ms: now_ms,
            heard_ms: now_ms,
            reading: Reading::Nothing,
        }
    }

    fn said(&self) -> &str {
        match &self.reading {
            Reading::Nothing => "",
            Reading::Bytes(stream) => stream.said(),
            Reading::Text(said) => said.text(),
            Reading::Over(text) => text,
        }
    }

    /// Whether nothing more is to be hoped for.
    pub(super) fn is_given_up(&mut self, now_ms: i64) -> bool {
        let silent_ms = now_ms - self.heard_ms;
        self.is_slow = silent_ms >= SLOW_MS;
        silent_ms >= SILENT_MS || now_ms - self.since_ms >= MAX_MS
    }

    /// Takes news; an end, if that is what it is.
    pub(super) fn hear(&mut self, news: ModelNews, now_ms: i64) -> Option<AskEnd> {
        self.heard_ms = now_ms;
        self.is_slow = false;
        let heard = match news {
            ModelNews::Downloading(per_cent) => {
                self.fetched = Some(per_cent).filter(|per_cent| *per_cent < 100);
                Ok(Progress::More)
            }
            ModelNews::Began(status) => {
                self.reading = Reading::Bytes(Stream::new(status));
                Ok(Progress::More)
            }
            ModelNews::Bytes(bytes) => match &mut self.reading {
                Reading::Bytes(stream) => stream.feed(&bytes),
                Reading::Nothing | Reading::Text(_) | Reading::Over(_) => Ok(Progress::More),
            },
            ModelNews::Text(piece) => self.hear_text(&piece).map(|()| Progress::More),
            ModelNews::Ended => Ok(Progress::Done),
            ModelNews::Failed(trouble) => Err(match trouble {
                ModelTrouble::Unreachable => Failure::Unreachable,
                ModelTrouble::Lost => Failure::Lost,
                ModelTrouble::Absent => Failure::Absent,
                ModelTrouble::TooMuch => Failure::TooMuch,
                ModelTrouble::Refused(message) => Failure::Refused {
                    status: None,
                    message,
                },
            }),
        };
        match heard {
            Ok(Progress::More) => None,
            Ok(Progress::Done) => Some(self.end()),
            Err(failure) => Some(AskEnd::Failed(failure)),
        }
    }

    fn hear_text(&mut self, piece: &str) -> Result<(), Failure> {
        self.fetched = None;
        match &mut self.reading {
            Reading::Text(said) => said.push(piece),
            Reading::Nothing => {
                let mut said = Said::default();
                let pushed = said.push(piece);
                self.reading = Reading::Text(said);
                pushed
            }
            Reading::Bytes(_) | Reading::Over(_) => Ok(()),
        }
    }

    fn end(&mut self) -> AskEnd {
        let answer = match &self.reading {
            Reading::Nothing => Err(Failure::Nothing),
            Reading::Bytes(stream) => stream.clone().end(),
            Reading::Text(said) => said.end(false),
            Reading::Over(_) => return AskEnd::Whole,
        };
        match answer {
            Ok(Answer { text, is_cut }) => {
                self.reading = Reading::Over(text);
                if is_cut { AskEnd::Cut } else { AskEnd::Whole }
            }
            Err(failure) => AskEnd::Failed(failure),
        }
    }

    /// What was said, the masked words put back.
    pub(super) fn unmasked(&self) -> String {
        self.question.outgoing.unmask(self.said())
    }
}
