//! Estimates and sorts of work as other tools write them. Knows no file format.

use crate::poker::Value;
use crate::story::Kind;

/// An estimate as a card says it: `3.0` is `3`, `0.5`, `0,5` and `1/2` are `½`; what is no
/// number stays as it is. A lone dash is no estimate.
pub(super) fn estimate(text: &str) -> String {
    let text = text.trim();
    if text.chars().all(|c| matches!(c, '-' | '–' | '—')) {
        return String::new();
    }
    let shortened = without_zeros(text);
    match Value::parse(shortened) {
        Ok(value) if value.thousandths() == 500 => "½".to_owned(),
        Ok(value) => value.format('.'),
        Err(_) => text.to_owned(),
    }
}

/// `3.000` as `3`: zeros after a decimal point say nothing. A comma could mean thousands.
fn without_zeros(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|b| b == b'0') => whole,
        Some(_) | None => text,
    }
}

/// The sort of work that a tracker's word means; `None` for a word of its own.
pub(super) fn kind(word: &str) -> Option<Kind> {
    Some(match word.trim().to_ascii_lowercase().as_str() {
        "story"
        | "user story"
        | "feature"
        | "new feature"
        | "enhancement"
        | "improvement"
        | "product backlog item"
        | "requirement"
        | "issue"
        | "change request" => Kind::Story,
        "bug" | "defect" | "fehler" => Kind::Bug,
        "task" | "sub-task" | "subtask" | "technical task" | "chore" | "aufgabe"
        | "unteraufgabe" => Kind::Task,
        "spike" | "research" => Kind::Spike,
        _ => return None,
    })
}

/// The sort of work that a label says where a tracker has no types:
/// `bug`, `type: bug`, `type::bug`, `kind/bug`.
pub(super) fn kind_of_label(label: &str) -> Option<Kind> {
    let word = label.rsplit([':', '/']).next().unwrap_or(label);
    match kind(word)? {
        // `feature` is as often a part of the product.
        Kind::Story => None,
        sort @ (Kind::Bug | Kind::Task | Kind::Spike) => Some(sort),
    }
}

#[cfg(test)]
mod tests {
    use super::{estimate, kind, kind_of_label};
    use crate::story::Kind;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn estimates_are_read_in_every_form_of_a_half_and_a_whole() {
        let table = [
            ("1/2", "½"),
            ("½", "½"),
            ("0.5", "½"),
            ("0,5", "½"),
            (" .5 ", "½"),
            ("0.50", "½"),
            ("3.0", "3"),
            ("3,0", "3"),
            ("3.000", "3"),
            ("13", "13"),
            ("1.5", "1.5"),
            ("2,25", "2.25"),
            ("XL", "XL"),
            ("?", "?"),
            ("1,000", "1,000"),
            ("2 days", "2 days"),
            ("0", "0"),
            ("-1", "-1"),
            ("-", ""),
            ("—", ""),
            ("", ""),
        ];
        for (text, card) in table {
            assert_eq!(estimate(text), card, "{text}");
        }
    }

    #[test]
    fn every_trackers_word_for_a_sort_of_work_is_known() {
        for word in [
            "Story",
            "User Story",
            " feature ",
            "Product Backlog Item",
            "Issue",
        ] {
            assert_eq!(kind(word), Some(Kind::Story), "{word}");
        }
        assert_eq!(kind("BUG"), Some(Kind::Bug));
        assert_eq!(kind("Defect"), Some(Kind::Bug));
        assert_eq!(kind("Chore"), Some(Kind::Task));
        assert_eq!(kind("Sub-task"), Some(Kind::Task));
        assert_eq!(kind("Spike"), Some(Kind::Spike));
        assert_eq!(kind("Epic"), None);
    }

    #[test]
    fn a_label_says_bug_where_there_are_no_types() {
        for label in ["bug", "Type: Bug", "type::bug", "kind/bug"] {
            assert_eq!(kind_of_label(label), Some(Kind::Bug), "{label}");
        }
        for label in ["debugging", "feature", "bug-bash", ""] {
            assert_eq!(kind_of_label(label), None, "{label}");
        }
    }
}
