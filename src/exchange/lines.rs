//! Decisions and questions as one line of text each, the same way out and in.
//! Does not know which file the line stands in.

use crate::story::{Decision, OpenQuestion};

/// Between a decision and its reason.
const BECAUSE: &str = " — ";

/// `Mail, not SMS — costs nothing`; who said it and what was dropped is not in it.
pub(super) fn decision_line(decision: &Decision) -> String {
    let what = one_line(&decision.what).replace(BECAUSE, " – ");
    if decision.why.trim().is_empty() {
        what
    } else {
        format!("{what}{BECAUSE}{}", one_line(&decision.why))
    }
}

/// Reads what [`decision_line`] wrote; other text is a decision without a reason.
pub(super) fn decision_of(line: &str) -> Decision {
    let (what, why) = line.split_once(BECAUSE).unwrap_or((line, ""));
    Decision {
        what: what.trim().to_owned(),
        why: why.trim().to_owned(),
        ..Decision::default()
    }
}

/// `Who pays? (@Ana, 2026-11-30)`; owner and date where there are any.
pub(super) fn question_line(question: &OpenQuestion) -> String {
    let text = one_line(&question.text);
    let (owner, due) = (one_line(&question.owner), one_line(&question.due));
    match (owner.as_str(), due.as_str()) {
        ("", "") => text,
        ("", due) => format!("{text} ({due})"),
        (owner, "") => format!("{text} (@{owner})"),
        (owner, due) => format!("{text} (@{owner}, {due})"),
    }
}

/// Reads what [`question_line`] wrote; other text is a question without owner and date.
pub(super) fn question_of(line: &str) -> OpenQuestion {
    let (text, owner, due) = parts(line).unwrap_or((line, "", ""));
    OpenQuestion {
        text: text.trim().to_owned(),
        owner: owner.trim().to_owned(),
        due: due.to_owned(),
        ..OpenQuestion::default()
    }
}

/// Text, owner and date of a line that ends with `(@owner, date)`.
fn parts(line: &str) -> Option<(&str, &str, &str)> {
    let (text, inside) = line.strip_suffix(')')?.rsplit_once(" (")?;
    let Some(said) = inside.strip_prefix('@') else {
        return is_date(inside).then_some((text, "", inside));
    };
    Some(match said.rsplit_once(", ") {
        Some((owner, due)) if is_date(due) => (text, owner, due),
        Some(_) | None => (text, said, ""),
    })
}

/// `2026-11-30`.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2)
        && text.bytes().all(|b| b == b'-' || b.is_ascii_digit())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
