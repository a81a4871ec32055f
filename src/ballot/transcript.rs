//! The public values of one finished round as text, so that anybody can check it later with
//! another program (`docs/verify_transcript.mjs`). It holds nothing that was kept.

use base16ct::lower;
use serde::Serialize;

use super::seal::{Commitment, Opening};
use super::tally::Tally;
use super::terms::{Mode, Terms};

/// Names the form, so that a later one can be told apart.
const FORMAT: &str = "floret/1/transcript";

/// Everything public about one finished round (docs/ballot.md §9).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Transcript {
    /// What everybody agreed on.
    pub terms: Terms,
    /// The published commitments, in roll order.
    pub commitments: Vec<Commitment>,
    /// The published openings, in roll order.
    pub openings: Vec<Opening>,
    /// The result as this seat computed it.
    pub tally: Tally,
}

impl Transcript {
    /// The transcript as JSON: numbers as numbers, bytes in lower-case hexadecimal.
    pub fn to_json(&self) -> String {
        let written = serde_json::to_string_pretty(&Written::from(self));
        debug_assert!(
            written.is_ok(),
            "only strings, numbers and lists are written"
        );
        written.unwrap_or_default()
    }
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    terms: WrittenTerms,
    terms_digest: String,
    commitments: Vec<String>,
    openings: Vec<WrittenOpening>,
    tally: &'a Tally,
}

#[derive(Serialize)]
struct WrittenTerms {
    session: String,
    round: u32,
    attempt: u32,
    deck_digest: String,
    n_choices: u16,
    mode: &'static str,
    comments: bool,
    roll: Vec<String>,
}

#[derive(Serialize)]
struct WrittenOpening {
    body: String,
    nonce: String,
}

impl<'a> From<&'a Transcript> for Written<'a> {
    fn from(transcript: &'a Transcript) -> Self {
        let commitments = transcript.commitments.iter();
        Self {
            format: FORMAT,
            terms: WrittenTerms::from(&transcript.terms),
            terms_digest: lower::encode_string(&transcript.terms.digest()),
            commitments: commitments
                .map(|one| lower::encode_string(one.as_bytes()))
                .collect(),
            openings: transcript
                .openings
                .iter()
                .map(WrittenOpening::from)
                .collect(),
            tally: &transcript.tally,
        }
    }
}

impl From<&Terms> for WrittenTerms {
    fn from(terms: &Terms) -> Self {
        Self {
            session: lower::encode_string(terms.session()),
            round: terms.round(),
            attempt: terms.attempt(),
            deck_digest: lower::encode_string(terms.deck_digest()),
            n_choices: terms.n_choices(),
            mode: match terms.mode() {
                Mode::Anonymous => "anonymous",
                Mode::Named => "named",
            },
            comments: terms.comments(),
            roll: terms.roll().iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<&Opening> for WrittenOpening {
    fn from(opening: &Opening) -> Self {
        Self {
            body: lower::encode_string(&opening.body),
            nonce: lower::encode_string(&opening.nonce),
        }
    }
}
