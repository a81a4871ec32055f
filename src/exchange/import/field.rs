//! Which field of a story a column means. Knows header names, not files.

/// A field of a story that can come with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Key in the tracker.
    Key,
    /// Title.
    Title,
    /// What sort of work.
    Kind,
    /// Description.
    Description,
    /// Why, and for whom.
    Why,
    /// Acceptance criteria.
    Acceptance,
    /// What it depends on.
    Dependencies,
    /// Address in the tracker.
    Link,
    /// Labels.
    Labels,
    /// Status in the tracker.
    TrackerStatus,
    /// How well it is understood.
    Understanding,
    /// Who is needed.
    Needed,
    /// The estimate and its vote.
    Estimate,
    /// Where it stands here.
    Status,
    /// Whether it has its place in the order.
    Placed,
    /// Open questions.
    Questions,
    /// Risks and blockers.
    Risks,
    /// Decisions.
    Decisions,
    /// Points of the Definition of Ready set by hand.
    Said,
    /// Gates that were overruled.
    Overrulings,
    /// Why it was sent back.
    SentBack,
    /// Notes.
    Notes,
}

impl Field {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 22] = [
        Self::Key,
        Self::Title,
        Self::Kind,
        Self::Description,
        Self::Why,
        Self::Acceptance,
        Self::Dependencies,
        Self::Link,
        Self::Labels,
        Self::TrackerStatus,
        Self::Understanding,
        Self::Needed,
        Self::Estimate,
        Self::Status,
        Self::Placed,
        Self::Questions,
        Self::Risks,
        Self::Decisions,
        Self::Said,
        Self::Overrulings,
        Self::SentBack,
        Self::Notes,
    ];

    /// Fields that a person may give a column of a table, in the order of the form.
    pub const MAPPABLE: [Self; 16] = [
        Self::Key,
        Self::Title,
        Self::Kind,
        Self::Description,
        Self::Why,
        Self::Acceptance,
        Self::Dependencies,
        Self::Link,
        Self::Labels,
        Self::TrackerStatus,
        Self::Needed,
        Self::Estimate,
        Self::Questions,
        Self::Risks,
        Self::Decisions,
        Self::Notes,
    ];
}

/// Header names of each field, in lower case; of two in one file the earlier one counts more.
const SYNONYMS: &[(Field, &[&str])] = &[
    (
        Field::Key,
        &[
            "issue key",
            "key",
            "issue",
            "id",
            "identifier",
            "referenceid",
        ],
    ),
    (Field::Title, &["summary", "title", "name"]),
    (Field::Description, &["description", "descr", "body"]),
    (
        Field::Estimate,
        &[
            "story points",
            "story point estimate",
            "points",
            "estimate",
            "estimation",
            "effort",
            "size",
            "consensus",
            "custom field (story points)",
            "custom field (story point estimate)",
        ],
    ),
    (Field::Kind, &["issue type", "work item type", "type"]),
    (
        Field::Acceptance,
        &[
            "acceptance criteria",
            "acceptancecriteria",
            "custom field (acceptance criteria)",
        ],
    ),
    (Field::Link, &["link", "url"]),
    (Field::TrackerStatus, &["status", "state"]),
    (Field::Labels, &["labels", "tags"]),
    (
        Field::Dependencies,
        &["blocked by", "inward issue link (blocks)"],
    ),
];

/// A header as it is compared: trimmed, in lower case.
pub(super) fn normal(header: &str) -> String {
    header.trim().to_ascii_lowercase()
}

/// More than any field has names: the rank of what a person mapped.
pub(super) const LAST_RANK: usize = 15;

/// The field that a header in [`normal`] form names, and its rank among the field's names.
pub(super) fn named(header: &str) -> Option<(Field, usize)> {
    SYNONYMS.iter().find_map(|(field, names)| {
        let rank = names.iter().position(|name| *name == header)?;
        Some((*field, rank))
    })
}
