//! How a round goes, which keys act, and what the secrecy is worth.

use crate::ui::Ui;
use crate::ui::parts::{para, part, sentences};
use leptos::prelude::*;

/// All of it.
pub(super) fn help(ui: Ui) -> Vec<AnyView> {
    let say = &ui.words.help;
    vec![
        part(
            say.how,
            vec![sentences(true, &[say.how_1, say.how_2, say.how_3])],
        ),
        part(say.keys, vec![keys(ui)]),
        part(
            say.secrecy,
            vec![sentences(
                false,
                &[say.secret_1, say.secret_2, say.secret_3],
            )],
        ),
        part(
            say.not_hidden,
            vec![sentences(false, &[say.open_1, say.open_2, say.open_3])],
        ),
        part(say.safety, vec![para("", say.safety_1)]),
    ]
}

fn keys(ui: Ui) -> AnyView {
    let say = &ui.words.help;
    let lines = [
        ("1 … 9, 0", say.key_digits),
        ("← → Home End", say.key_arrows),
        ("Space, Enter", say.key_pick),
        ("Esc", say.key_escape),
        ("V", say.key_v),
        ("R", say.key_r),
        ("N, P", say.key_n),
        ("T", say.key_t),
        ("F1", say.key_help),
    ];
    let lines = lines.map(|(key, does)| {
        view! { <div><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div> }
    });
    view! { <dl class="keys">{lines}</dl> }.into_any()
}
