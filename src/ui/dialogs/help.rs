//! How a round goes, which keys act, and what the secrecy is worth.

use crate::ui::Ui;
use crate::ui::parts::{El, el, group, para, part, sentences, tag};

/// All of it.
pub(super) fn help(ui: Ui) -> El {
    let say = &ui.words.help;
    group([
        part(say.how, sentences(true, &[say.how_1, say.how_2, say.how_3])),
        part(say.keys, keys(ui)),
        part(
            say.secrecy,
            sentences(false, &[say.secret_1, say.secret_2, say.secret_3]),
        ),
        part(
            say.not_hidden,
            sentences(false, &[say.open_1, say.open_2, say.open_3]),
        ),
        part(say.safety, para("", say.safety_1)),
    ])
}

fn keys(ui: Ui) -> El {
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
    tag("dl", "keys").add(lines.map(|(key, does)| {
        let key = el("dt").add(el("kbd").add(key));
        el("div").add([key, el("dd").add(does)])
    }))
}
