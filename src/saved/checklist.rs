//! The four lists as kept: of each item only what differs from the built-in one, of each
//! list its order where it differs. So a later program's items come to their places, and
//! items that this program does not know stay in the file.

use serde::{Deserialize, Serialize};

use crate::checklist::{Archived, Checklist, Handed, Item, ItemName, ListKind, Tick};

use super::{Kept, VERSION, read};

/// Key of the checklist of the refinement that is being prepared.
pub const CHECKLIST_KEY: &str = "floret.checklist";

/// Keys of archived checklists begin so; the moment in ms since 1970 UTC follows.
pub const CHECKLIST_ARCHIVE_PREFIX: &str = "floret.checklist.archive.";

/// The key of a checklist that was archived at this moment.
pub fn checklist_archive_key(archived_ms: i64) -> String {
    format!("{CHECKLIST_ARCHIVE_PREFIX}{archived_ms}")
}

/// The moment in the key of an archived checklist; `None` for other keys.
pub fn checklist_archived_ms(key: &str) -> Option<i64> {
    key.strip_prefix(CHECKLIST_ARCHIVE_PREFIX)?.parse().ok()
}

#[derive(Serialize, Deserialize)]
struct ChecklistText {
    version: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    date: String,
    began_ms: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    order: Vec<OrderText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemText>,
    /// Meetings and stories are named by 16 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    meetings: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    handed: Option<HandedText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    archived_ms: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    facts: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct OrderText {
    list: String,
    names: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct ItemText {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ticked_ms: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unticked_ms: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    hidden: bool,
}

#[derive(Serialize, Deserialize)]
struct HandedText {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<(String, i64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    estimates: Vec<(String, String)>,
}

const LISTS: [(ListKind, &str); 4] = [
    (ListKind::Standing, "standing"),
    (ListKind::Before, "before"),
    (ListKind::During, "during"),
    (ListKind::After, "after"),
];

/// Reads a checklist.
pub fn read_checklist(text: &str) -> Kept<Checklist> {
    read::<ChecklistText>(text).and_then(ChecklistText::checklist)
}

/// Writes a checklist.
pub fn write_checklist(checklist: &Checklist) -> String {
    serde_json::to_string(&ChecklistText::of(checklist)).unwrap_or_default()
}

/// Reads an archived checklist.
pub fn read_archived_checklist(text: &str) -> Kept<Archived> {
    read::<ChecklistText>(text).and_then(|kept| {
        let facts = kept.facts.iter();
        let facts: Option<_> = facts
            .map(|(name, said)| Some((name.parse().ok()?, said.clone())))
            .collect();
        Some(Archived {
            archived_ms: kept.archived_ms?,
            facts: facts?,
            checklist: kept.checklist()?,
        })
    })
}

/// Writes an archived checklist.
pub fn write_archived_checklist(archived: &Archived) -> String {
    let facts = archived.facts.iter();
    let text = ChecklistText {
        archived_ms: Some(archived.archived_ms),
        facts: facts
            .map(|(name, said)| (name.to_string(), said.clone()))
            .collect(),
        ..ChecklistText::of(&archived.checklist)
    };
    serde_json::to_string(&text).unwrap_or_default()
}

impl ChecklistText {
    fn of(checklist: &Checklist) -> Self {
        let lists = checklist.lists().iter();
        let order = lists.clone().filter_map(|list| {
            let names = list.items.iter().map(|item| item.name);
            if names.clone().eq(list.kind.built_in()) {
                return None;
            }
            let (_, word) = LISTS.iter().find(|(kind, _)| *kind == list.kind)?;
            Some(OrderText {
                list: (*word).to_owned(),
                names: names.map(|name| name.to_string()).collect(),
            })
        });
        Self {
            version: VERSION,
            title: checklist.title.clone(),
            date: checklist.date.clone(),
            began_ms: checklist.began_ms,
            order: order.collect(),
            items: lists
                .flat_map(|list| &list.items)
                .filter_map(ItemText::of)
                .collect(),
            meetings: checklist.meetings.iter().map(|id| hex(*id)).collect(),
            handed: HandedText::of(&checklist.handed),
            archived_ms: None,
            facts: Vec::new(),
        }
    }

    fn checklist(self) -> Option<Checklist> {
        let mut kept: Vec<Item> = self
            .items
            .into_iter()
            .map(ItemText::item)
            .collect::<Option<_>>()?;
        let mut items = Vec::new();
        for order in self.order {
            let (list, _) = LISTS.iter().find(|(_, word)| *word == order.list)?;
            for name in order.names {
                let name: ItemName = name.parse().ok()?;
                let at = kept.iter().position(|item| item.name == name);
                let item = at.map_or_else(|| Item::new(name), |at| kept.swap_remove(at));
                items.push((*list, item));
            }
        }
        let mut checklist = Checklist::of_items(self.began_ms, items, kept);
        checklist.entitle(&self.title);
        checklist.set_date(&self.date);
        for id in &self.meetings {
            checklist.open_meeting(of_hex(id)?);
        }
        if let Some(handed) = self.handed {
            checklist.handed = handed.handed()?;
        }
        Some(checklist)
    }
}

fn hex(id: u64) -> String {
    format!("{id:016x}")
}

fn of_hex(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 16).ok()
}

impl HandedText {
    /// `None` where nothing left.
    fn of(handed: &Handed) -> Option<Self> {
        let decisions = handed.decisions.iter();
        let estimates = handed.estimates.iter();
        let text = Self {
            record: handed.record.map(|(id, ended_ms)| (hex(id), ended_ms)),
            decisions: decisions
                .map(|(story, mark)| (hex(*story), hex(*mark)))
                .collect(),
            estimates: estimates
                .map(|(story, estimate)| (hex(*story), estimate.clone()))
                .collect(),
        };
        (!handed.is_empty()).then_some(text)
    }

    fn handed(self) -> Option<Handed> {
        let mut handed = Handed::default();
        if let Some((id, ended_ms)) = self.record {
            handed.record = Some((of_hex(&id)?, ended_ms));
        }
        for (story, mark) in self.decisions {
            handed.note_decisions(of_hex(&story)?, of_hex(&mark)?);
        }
        for (story, estimate) in self.estimates {
            handed.note_estimate(of_hex(&story)?, &estimate);
        }
        Some(handed)
    }
}

impl ItemText {
    /// `None` where nothing differs from the built-in item.
    fn of(item: &Item) -> Option<Self> {
        let text = Self {
            name: item.name.to_string(),
            ticked_ms: match item.tick {
                Tick::ByHand { at_ms } => Some(at_ms),
                Tick::Unsaid | Tick::UntickedByHand { .. } => None,
            },
            unticked_ms: match item.tick {
                Tick::UntickedByHand { at_ms } => Some(at_ms),
                Tick::Unsaid | Tick::ByHand { .. } => None,
            },
            text: item.own_text.clone(),
            note: item.note.clone(),
            hidden: item.is_hidden,
        };
        (*item != Item::new(item.name)).then_some(text)
    }

    fn item(self) -> Option<Item> {
        let tick = match (self.ticked_ms, self.unticked_ms) {
            (Some(at_ms), _) => Tick::ByHand { at_ms },
            (None, Some(at_ms)) => Tick::UntickedByHand { at_ms },
            (None, None) => Tick::Unsaid,
        };
        Some(Item {
            name: self.name.parse().ok()?,
            own_text: self.text,
            note: self.note,
            tick,
            is_hidden: self.hidden,
        })
    }
}
