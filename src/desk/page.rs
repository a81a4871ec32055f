//! Pages of the desk and their fragments. Does not know what is on them.

use crate::story::StoryId;
use crate::wire::record::RECORD_KEY;

/// Fragments before `=` that carry something shared: a checklist, a Definition of Ready.
const SHARED_KEYS: [&str; 2] = ["c", "d"];

/// Fragments before `=` that lead to a pack: the pack itself, one that is kept here, a reply.
const PACK_KEYS: [&str; 3] = ["pack", "packed", "answer"];

/// One page at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DeskPage {
    /// The list of stories.
    #[default]
    Backlog,
    /// One story.
    Story(StoryId),
    /// Guided preparation of one story.
    Prepare(StoryId),
    /// `Prepare a refinement`: the four lists.
    Checklist,
    /// The planned session.
    Plan,
    /// Records of meetings.
    Records,
    /// The record of one meeting, by its name.
    Record(u64),
    /// A record that came as a link; the whole fragment, `minutes=…`.
    Minutes(String),
    /// The Definition of Ready.
    Ready,
    /// Something that came as a link; the whole fragment, `c=…` or `d=…`.
    Shared(String),
    /// A pack that came, or a reply to one; the whole fragment, `pack=…`, `packed=…`, `answer=…`.
    Pack(String),
}

impl DeskPage {
    /// The page that a fragment names, with or without `#`; `None` is no page of the desk.
    ///
    /// ```
    /// use floret::desk::DeskPage;
    /// assert_eq!(DeskPage::of_fragment("#plan"), Some(DeskPage::Plan));
    /// assert_eq!(DeskPage::of_fragment("#table"), None);
    /// ```
    pub fn of_fragment(fragment: &str) -> Option<Self> {
        let fragment = fragment.trim();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        match fragment {
            "backlog" => return Some(Self::Backlog),
            "prepare" => return Some(Self::Checklist),
            "plan" => return Some(Self::Plan),
            "records" => return Some(Self::Records),
            "ready" => return Some(Self::Ready),
            _other => {}
        }
        let (key, value) = fragment.split_once('=')?;
        match key {
            "story" => return value.parse().ok().map(Self::Story),
            "prepare" => return value.parse().ok().map(Self::Prepare),
            "record" => return u64::from_str_radix(value, 16).ok().map(Self::Record),
            _other => {}
        }
        if value.is_empty() {
            None
        } else if key == RECORD_KEY {
            Some(Self::Minutes(fragment.to_owned()))
        } else if SHARED_KEYS.contains(&key) {
            Some(Self::Shared(fragment.to_owned()))
        } else {
            let is_pack = PACK_KEYS.contains(&key);
            is_pack.then(|| Self::Pack(fragment.to_owned()))
        }
    }

    /// The fragment that leads here, without `#`.
    pub fn fragment(&self) -> String {
        match self {
            Self::Backlog => String::from("backlog"),
            Self::Story(id) => format!("story={id}"),
            Self::Prepare(id) => format!("prepare={id}"),
            Self::Checklist => String::from("prepare"),
            Self::Plan => String::from("plan"),
            Self::Records => String::from("records"),
            Self::Record(id) => format!("record={id:016x}"),
            Self::Ready => String::from("ready"),
            Self::Minutes(fragment) | Self::Shared(fragment) | Self::Pack(fragment) => {
                fragment.clone()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_own_fragment() {
        let pages = [
            DeskPage::Backlog,
            DeskPage::Story(StoryId(0xab)),
            DeskPage::Prepare(StoryId(0xab)),
            DeskPage::Checklist,
            DeskPage::Plan,
            DeskPage::Records,
            DeskPage::Record(0xab),
            DeskPage::Ready,
            DeskPage::Shared(String::from("c=abc")),
            DeskPage::Minutes(String::from("minutes=abc")),
            DeskPage::Pack(String::from("pack=abc")),
            DeskPage::Pack(String::from("answer=abc")),
        ];
        for page in pages {
            assert_eq!(DeskPage::of_fragment(&page.fragment()), Some(page));
        }
        for foreign in [
            "",
            "table",
            "j=abc",
            "story=xyz",
            "prepare=",
            "record=",
            "c=",
            "pack=",
            "minutes=",
        ] {
            assert_eq!(DeskPage::of_fragment(foreign), None, "{foreign}");
        }
    }
}
