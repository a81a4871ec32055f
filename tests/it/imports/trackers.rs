//! Files of the trackers, as they are.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::exchange::{Dialect, Encoding, Field, RefusedReason, read};
use floret::story::Kind;

use super::samples::{
    AZURE, AZURE_TREE, GITHUB_CLI, GITHUB_REST, GITLAB, GITLAB_2019, JIRA_LIST, JIRA_NAVIGATOR,
    JIRA_XML, LINEAR, keys, mapped, pasted, refusals, row, titles, whole,
};

#[test]
fn jira_as_its_list_exports_it() {
    let jira = pasted(JIRA_LIST);
    assert_eq!(jira.dialect, Dialect::JiraCsv);
    assert_eq!(jira.delimiter, Some(','));
    assert_eq!(keys(&jira), ["PAY-1", "PAY-2", "PAY-3", "PAY-4"]);
    let card = &row(&jira, "PAY-1").story;
    assert_eq!(card.title, "Pay by card");
    assert_eq!(card.kind, Kind::Story);
    assert_eq!(card.labels, ["backend", "checkout"]);
    assert_eq!(card.dependencies, "PAY-7, PAY-9");
    assert_eq!(card.estimate, "5");
    assert_eq!(card.tracker_status, "To Do");
    assert_eq!(
        card.description,
        "### Why\nCustomers leave at the till.\n\n1. enter the number\n1. **confirm**\n\n\
         See [the study](https://wiki.example/study)."
    );
    let voucher = &row(&jira, "PAY-2").story;
    assert_eq!(voucher.title, "Total is \"0,00\" with a voucher");
    assert_eq!((voucher.kind, voucher.estimate.as_str()), (Kind::Bug, "½"));
    let sub = &row(&jira, "PAY-3").story;
    assert_eq!(sub.title, "Umlauts: Größe, Straße — 日本語 🥦");
    assert_eq!(sub.kind, Kind::Task);
    assert_eq!(sub.description, "```\nif (a < b) { return; }\n```");
    let epic = &row(&jira, "PAY-4").story;
    assert_eq!(
        (epic.kind, epic.labels.as_slice()),
        (Kind::Story, &["Epic".to_owned()][..])
    );
    assert_eq!(
        refusals(&jira),
        [
            (14, RefusedReason::NoTitle),
            (15, RefusedReason::Duplicate { first_line: 2 }),
        ]
    );
    assert!(jira.refused[0].text.starts_with("Story PAY-5 10005"));
}

#[test]
fn jira_shows_where_each_of_its_columns_goes_once() {
    let jira = pasted(JIRA_LIST);
    let mapped = mapped(&jira);
    assert_eq!(
        mapped
            .iter()
            .filter(|(header, _)| *header == "Labels")
            .count(),
        1
    );
    for (header, to) in [
        ("Issue key", Some(Field::Key)),
        ("Issue id", None),
        ("Summary", Some(Field::Title)),
        ("Labels", Some(Field::Labels)),
        ("Sprint", None),
        ("Original estimate", None),
        ("Custom field (Story Points)", Some(Field::Estimate)),
        ("Inward issue link (Blocks)", Some(Field::Dependencies)),
        ("Comment", None),
    ] {
        assert!(mapped.contains(&(header, to)), "{header} in {mapped:?}");
    }
}

#[test]
fn jira_as_its_navigator_exports_it() {
    let jira = pasted(JIRA_NAVIGATOR);
    assert_eq!(jira.dialect, Dialect::JiraCsv);
    assert_eq!(keys(&jira), ["SHOP-10", "SHOP-11"]);
    let search = &row(&jira, "SHOP-10").story;
    assert_eq!(search.title, "Search by number");
    assert_eq!(
        search.description,
        "As a clerk\nI want to find an order by its number"
    );
    assert_eq!(
        search.acceptance,
        "* number is found\n* number is not found"
    );
    assert_eq!(search.dependencies, "SHOP-8");
    assert_eq!(search.estimate, "2");
    assert_eq!(search.labels, ["search"]);
    let rename = &row(&jira, "SHOP-11").story;
    assert_eq!((rename.kind, rename.estimate.as_str()), (Kind::Task, "1.5"));
}

#[test]
fn jira_as_xml() {
    let jira = pasted(JIRA_XML);
    assert_eq!(jira.dialect, Dialect::JiraXml);
    assert_eq!(keys(&jira), ["SHOP-10", "SHOP-11"]);
    let search = row(&jira, "SHOP-10");
    assert_eq!(search.line, 16);
    let story = &search.story;
    assert_eq!(story.title, "Search by number & name");
    assert_eq!(story.link, "https://jira.example/browse/SHOP-10");
    assert_eq!(
        story.description,
        "As a **clerk** I want to find an order.\n\n- by number\n- by name"
    );
    assert_eq!(story.acceptance, "An order is found *at once*");
    assert_eq!(story.labels, ["search", "v2"]);
    assert_eq!(story.dependencies, "SHOP-8, SHOP-9");
    assert_eq!(
        (story.estimate.as_str(), story.tracker_status.as_str()),
        ("3", "Open")
    );
    let rename = &row(&jira, "SHOP-11").story;
    assert_eq!(rename.title, "Rename the table");
    assert_eq!(rename.kind, Kind::Task);
    assert_eq!(rename.description, "Only inside & now");
}

#[test]
fn azure_devops_with_html_in_its_cells() {
    let azure = pasted(AZURE);
    assert_eq!(azure.dialect, Dialect::AzureCsv);
    assert_eq!(azure.encoding, Encoding::Utf8);
    let reset = &row(&azure, "1201").story;
    assert_eq!(reset.title, "Reset a password");
    assert_eq!(reset.kind, Kind::Story);
    assert_eq!(reset.labels, ["login", "security"]);
    assert_eq!(
        (reset.estimate.as_str(), reset.tracker_status.as_str()),
        ("3", "New")
    );
    assert_eq!(
        reset.description,
        "As a **customer** I forgot my password.\n\
         See [the page](https://wiki.example/reset?x=1&y=2) and this."
    );
    assert_eq!(
        reset.acceptance,
        "- mail comes within *2 minutes*\n- link works once\n  - then says so"
    );
    let mail = &row(&azure, "1202").story;
    assert_eq!(mail.kind, Kind::Bug);
    assert_eq!(
        mail.description,
        "Steps\n\n1. ask\n2. wait\n\n```\na < b\n  c\n```"
    );
    let plain = &row(&azure, "1203").story;
    assert_eq!(plain.title, "Plain text stays: 3 < 5 & *stars*");
    assert_eq!(plain.description, "Already Markdown:\n\n- one\n- **two**");
    assert_eq!(plain.estimate, "½");
}

#[test]
fn azure_devops_as_a_tree() {
    let azure = pasted(AZURE_TREE);
    assert_eq!(azure.dialect, Dialect::AzureCsv);
    assert_eq!(titles(&azure), ["Accounts", "Close an account"]);
    assert_eq!(row(&azure, "2").story.estimate, "8");
}

#[test]
fn linear_without_its_leading_apostrophes() {
    let linear = pasted(LINEAR);
    assert_eq!(linear.dialect, Dialect::LinearCsv);
    assert_eq!(keys(&linear), ["ENG-40", "ENG-41"]);
    let mentions = &row(&linear, "ENG-40").story;
    assert_eq!(mentions.title, "@mentions in comments");
    assert_eq!(mentions.description, "- type an @\n- see names");
    assert_eq!(mentions.labels, ["Feature", "UI"]);
    assert_eq!(mentions.dependencies, "ENG-38, ENG-39");
    assert_eq!(
        (mentions.estimate.as_str(), mentions.kind),
        ("3", Kind::Story)
    );
    let drafts = &row(&linear, "ENG-41").story;
    assert_eq!(drafts.title, "Don't lose drafts");
    assert_eq!(drafts.description, "'Quoted' words stay, **bold** too");
    assert_eq!(drafts.kind, Kind::Bug);
}

#[test]
fn gitlab_in_the_order_of_today_and_of_2019() {
    let gitlab = pasted(GITLAB);
    assert_eq!(gitlab.dialect, Dialect::GitLabCsv);
    let calendar = &row(&gitlab, "#12").story;
    assert_eq!(calendar.title, "Import a calendar");
    assert_eq!(calendar.description, "## What\n\nRead `.ics` files.");
    assert_eq!(calendar.link, "https://gitlab.example/shop/web/-/issues/12");
    assert_eq!(
        (calendar.estimate.as_str(), calendar.kind),
        ("5", Kind::Bug)
    );
    assert_eq!(calendar.labels, ["UI", "type::bug"]);
    assert_eq!(calendar.tracker_status, "Open");
    assert_eq!(row(&gitlab, "#13").story.title, "=SUM is shown as text");
    let old = pasted(GITLAB_2019);
    assert_eq!(old.dialect, Dialect::GitLabCsv);
    assert_eq!(row(&old, "#7").story.title, "Sort by date");
    assert_eq!(row(&old, "#7").story.estimate, "2");
}

#[test]
fn github_as_its_command_line_lists_issues() {
    let github = pasted(GITHUB_CLI);
    assert_eq!(github.dialect, Dialect::GitHubJson);
    assert_eq!(keys(&github), ["#31", "#32"]);
    let drafts = &row(&github, "#31").story;
    assert_eq!(drafts.title, "Drafts are lost");
    assert_eq!(drafts.kind, Kind::Bug);
    assert_eq!(drafts.labels, ["bug", "good first issue"]);
    assert_eq!(drafts.link, "https://github.com/acme/shop/issues/31");
    assert_eq!(drafts.tracker_status, "OPEN");
    assert!(
        drafts
            .description
            .starts_with("## Why\n\nPeople lose work.")
    );
    assert_eq!(row(&github, "#32").story.title, "Dark mode — 🌙");
    assert_eq!(refusals(&github), [(14, RefusedReason::NoTitle)]);
}

#[test]
fn github_as_its_rest_interface_lists_issues_over_two_pages() {
    let github = whole(read(GITHUB_REST, Some("issues.json")));
    assert_eq!(github.dialect, Dialect::GitHubJson);
    assert_eq!(keys(&github), ["#41", "#43"]);
    let filter = &row(&github, "#41").story;
    assert_eq!(filter.link, "https://github.com/acme/shop/issues/41");
    assert_eq!(
        (filter.kind, filter.description.as_str()),
        (Kind::Story, "")
    );
    assert_eq!(filter.labels, ["enhancement"]);
    assert_eq!(row(&github, "#43").story.labels, ["docs"]);
    assert_eq!(refusals(&github), [(21, RefusedReason::PullRequest)]);
}
