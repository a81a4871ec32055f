//! A story's ticket at GitHub or GitLab: where it is, what writes to it, and what its tracker
//! answers. Asks nobody; a token is not known here.
//!
//! Sources: GitHub REST API 2022-11-28, “Create an issue comment” and “Add labels to an
//! issue”; GitLab REST API v4, “Create new issue note” and “Edit an issue”.

mod answer;
mod link;

use serde_json::json;

use crate::poker::Value;
use crate::web::{AddressProblem, Place};

pub use answer::{Answered, MAX_ANSWER_BYTES, Trouble};

/// What an estimate's label at GitHub begins with.
const LABEL: &str = "points: ";

/// GitHub's own hosts keep their interface on a host beside them.
const OWN_HOST: &str = "github.com";

/// Companies' places at GitHub's own computers end so, and have an interface of their own.
const OWN_ENDING: &str = ".ghe.com";

/// Which tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tracker {
    /// github.com, GitHub Enterprise.
    GitHub,
    /// gitlab.com, a GitLab of one's own.
    GitLab,
}

/// One ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    tracker: Tracker,
    place: Place,
    /// `owner/repository`, or `group/subgroup/project`.
    project: String,
    number: u64,
}

/// Something to be written to a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// A comment, in Markdown.
    Comment(String),
    /// A label of GitHub.
    Label(String),
    /// A weight of GitLab.
    Weight(u32),
}

/// What is sent, but for the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `POST` or `PUT`.
    pub method: &'static str,
    /// Where.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(&'static str, &'static str)>,
    /// JSON.
    pub body: String,
    tracker: Tracker,
}

impl Tracker {
    /// As its makers write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::GitHub => "GitHub",
            Self::GitLab => "GitLab",
        }
    }
}

impl Request {
    /// The header that lets a token in.
    pub fn token_header(&self, token: &str) -> (&'static str, String) {
        match self.tracker {
            Tracker::GitHub => ("Authorization", format!("Bearer {token}")),
            Tracker::GitLab => ("PRIVATE-TOKEN", token.to_owned()),
        }
    }
}

/// The host of a tracker, as a person types it or pastes an address of it.
///
/// ```
/// use floret::exchange::tracker_host;
/// assert_eq!(tracker_host("https://www.github.com/o/r").unwrap(), "github.com");
/// ```
///
/// # Errors
/// When it is no web address, has a login in it, or is another computer without TLS.
pub fn tracker_host(typed: &str) -> Result<String, AddressProblem> {
    let typed = typed.trim();
    let typed = typed.split('#').next().unwrap_or(typed);
    let (place, _) = Place::read(typed)?;
    Ok(known_host(place.host()).to_owned())
}

/// GitHub has one address for people, whatever is before it.
fn known_host(host: &str) -> &str {
    match host {
        "www.github.com" | "api.github.com" => OWN_HOST,
        other => other,
    }
}

impl Ticket {
    /// Which tracker.
    pub fn tracker(&self) -> Tracker {
        self.tracker
    }

    /// Host and port: whose token it wants.
    pub fn host(&self) -> &str {
        known_host(self.place.host())
    }

    /// As people write it: `owner/repository#7`.
    pub fn name(&self) -> String {
        format!("{}#{}", self.project, self.number)
    }

    /// Where people see it.
    pub fn page(&self) -> String {
        let between = match self.tracker {
            Tracker::GitHub => "issues",
            Tracker::GitLab => "-/issues",
        };
        let (origin, project) = (self.place.origin(), &self.project);
        format!("{origin}/{project}/{between}/{}", self.number)
    }

    /// How an estimate is written here: as a label, or as a weight, which is a whole number.
    pub fn estimate(&self, estimate: &str) -> Option<Writing> {
        let estimate = estimate.trim();
        match self.tracker {
            Tracker::GitHub => {
                (!estimate.is_empty()).then(|| Writing::Label(format!("{LABEL}{estimate}")))
            }
            Tracker::GitLab => {
                let value = Value::parse(estimate).ok()?.format('.');
                value.parse().ok().map(Writing::Weight)
            }
        }
    }

    /// What is sent.
    pub fn request(&self, writing: &Writing) -> Request {
        let (method, ending, body) = match writing {
            Writing::Comment(text) => {
                let ending = match self.tracker {
                    Tracker::GitHub => "/comments",
                    Tracker::GitLab => "/notes",
                };
                ("POST", ending, json!({ "body": text }))
            }
            Writing::Label(label) => ("POST", "/labels", json!({ "labels": [label] })),
            Writing::Weight(weight) => ("PUT", "", json!({ "weight": weight })),
        };
        let mut headers = vec![("Content-Type", "application/json")];
        match self.tracker {
            Tracker::GitHub => headers.extend([
                ("Accept", "application/vnd.github+json"),
                ("X-GitHub-Api-Version", "2022-11-28"),
            ]),
            Tracker::GitLab => headers.push(("Accept", "application/json")),
        }
        Request {
            method,
            url: format!("{}{ending}", self.interface()),
            headers,
            body: body.to_string(),
            tracker: self.tracker,
        }
    }

    /// Where programs reach it.
    fn interface(&self) -> String {
        let (origin, host) = (self.place.origin(), self.host());
        let (project, number) = (&self.project, self.number);
        match self.tracker {
            Tracker::GitHub if host == OWN_HOST || host.ends_with(OWN_ENDING) => {
                format!("https://api.{host}/repos/{project}/issues/{number}")
            }
            Tracker::GitHub => format!("{origin}/api/v3/repos/{project}/issues/{number}"),
            Tracker::GitLab => {
                let project = project.replace('/', "%2F");
                format!("{origin}/api/v4/projects/{project}/issues/{number}")
            }
        }
    }
}
