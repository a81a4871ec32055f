//! The checklist on paper and in Markdown.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::checklist::{Checklist, Facts, ListKind, markdown};

use super::{NOW, all_facts, english, german, named, worked_on};

#[test]
fn every_list_has_its_heading_progress_and_tasks() {
    let text = markdown(&worked_on().sheet(&all_facts(), &english()));
    let start = "# Sprint 14 (2026-03-12)\n\n36 of 68 done\n\n## Standing agreements\n\n2 of 11 done\n\n\
        - [x] One person owns the state of the backlog\n  > Ana\n\
        - [x] “Ready” is agreed in writing *The Definition of Ready has 10 points.*\n\
        - [ ] Whoever adds an item adds a usable description\n";
    assert!(text.starts_with(start), "{text}");
    for line in [
        "\n## Before\n\n16 of 28 done\n\n- [x] Goal and limits of this session are set *The goal is “Search works”, and limits are set.*\n- [ ] 5 to 7 stories picked\n- [ ] Coffee is made\n",
        "\n- [ ] Large ones are sliced\n- [x] Every “why” is written\n  > Ask Bo\\\n  > about 7\n",
        "\n## After\n\n7 of 12 done\n",
        "\n- [ ] Equal numbers were checked too: each can say what is in and out\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("one-hour slot"), "hidden items stay away");
    let tasks = text.lines().filter(|line| line.starts_with("- [")).count();
    assert_eq!(tasks, 68);
}

#[test]
fn a_checklist_without_a_name_and_in_german_has_its_own_words() {
    let text = markdown(&Checklist::begin(NOW).sheet(&Facts::default(), &german()));
    assert!(
        text.starts_with("# Refinement\n\n0 von 68 erledigt\n\n## Feste Absprachen\n"),
        "{text}"
    );
}

#[test]
fn a_list_whose_items_are_all_hidden_is_left_out() {
    let mut list = Checklist::begin(NOW);
    for name in ListKind::After.built_in() {
        list.hide(name, true);
    }
    let text = markdown(&list.sheet(&Facts::default(), &english()));
    assert!(text.contains("## During") && !text.contains("## After"));
}

#[test]
fn what_people_wrote_is_never_taken_for_markdown() {
    let mut list = Checklist::begin(NOW);
    list.entitle("<script>alert(1)</script> & *all*");
    list.reword(named("P1"), "[x](javascript:1) `a` | _b_ <img src=x>", None);
    list.note(
        named("P1"),
        "# no heading\n- no list\n12. no number\n2) nor this\n\n=== \n1.5 is fine\\",
    );
    let text = markdown(&list.sheet(&Facts::default(), &english()));
    for line in [
        "# &lt;script&gt;alert(1)&lt;/script&gt; &amp; \\*all\\*\n",
        "- [ ] \\[x\\](javascript:1) \\`a\\` \\| \\_b\\_ &lt;img src=x&gt;\n",
        "  > \\# no heading\\\n  > \\- no list\\\n  > 12\\. no number\\\n  > 2\\) nor this\\\n  > \n  > \\===\\\n  > 1\\.5 is fine\\\\\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn the_sheet_tells_who_ticked_what_and_counts_what_is_hidden() {
    let sheet = worked_on().sheet(&all_facts(), &english());
    let row = |name: &str| {
        let mut rows = sheet.lists.iter().flat_map(|list| &list.rows);
        rows.find(|row| row.name == named(name)).unwrap()
    };
    assert_eq!(row("P1").by_hand_ms, Some(NOW + 1));
    assert!(row("P2").is_by_fact && row("P2").by_hand_ms.is_none());
    assert!(!row("B2").is_done && row("B2").fact == "6 stories are picked.");
    assert!(row("P9").is_hidden);
    assert_eq!(sheet.lists[0].n_hidden, 1);
    assert_eq!(sheet.lists[3].heading, "After");
}
