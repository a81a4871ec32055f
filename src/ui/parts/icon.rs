//! Signs drawn as paths, and the mark of the house.

use super::{El, svg, tag};

/// A sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Icon {
    Invite,
    Sliders,
    Gear,
    Help,
    Leave,
    Clock,
    Left,
    Right,
    Close,
    Eye,
    List,
    More,
    Shield,
    Linked,
    Slow,
    Away,
    Lost,
    Check,
    Dash,
    Grip,
}

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Invite => {
            "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M19 7v6M16 10h6"
        }
        Icon::Sliders => "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
        Icon::Gear => {
            "M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2"
        }
        Icon::Help => {
            "M9.2 9.2a2.9 2.9 0 1 1 4.3 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.6v.2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z"
        }
        Icon::Leave => "M10 4H5v16h5M9 12h11M16 8l4 4-4 4",
        Icon::Clock => "M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 9v4l2.5 2M9.5 2.5h5",
        Icon::Left => "M14.5 5.5 8 12l6.5 6.5",
        Icon::Right => "M9.5 5.5 16 12l-6.5 6.5",
        Icon::Close => "M6 6l12 12M18 6 6 18",
        Icon::Eye => {
            "M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12zM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z"
        }
        Icon::List => "M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5",
        Icon::More => "M5 12h.2M12 12h.2M19 12h.2",
        Icon::Linked => "M4 18v-3M9.3 18v-6M14.6 18V9M20 18V6",
        Icon::Slow => "M4 18v-3M9.3 18v-6M14.6 18v-.2M20 18v-.2",
        Icon::Away => {
            "M19.5 10.5a8 8 0 0 0-14-3.3L4 9M4 4v5h5M4.5 13.5a8 8 0 0 0 14 3.3L20 15M20 20v-5h-5"
        }
        Icon::Lost => "M4 18v-3M9.3 18v-6M14.5 11.5l6 6M20.5 11.5l-6 6",
        Icon::Check => "M5 12.5l4.5 4.5L19 7",
        Icon::Dash => "M7 12h10",
        Icon::Grip => "M9 6h.2M15 6h.2M9 12h.2M15 12h.2M9 18h.2M15 18h.2",
        Icon::Shield => {
            "M12 3l7 2.6V11c0 4.6-2.8 8-7 10-4.2-2-7-5.4-7-10V5.6zM8.8 11.8l2.3 2.3 4.2-4.4"
        }
    }
}

/// Draws a sign; the word beside it, or the button around it, names it.
pub(in crate::ui) fn icon(icon: Icon) -> El {
    let path = svg("path").attr("d", path(icon));
    drawing("icon", "0 0 24 24").add(path)
}

fn drawing(class: &str, view_box: &str) -> El {
    svg("svg").attrs(&[
        ("class", class),
        ("viewBox", view_box),
        ("aria-hidden", "true"),
    ])
}

/// Crown and stalk of a floret, a bite taken; the same text stands in `index.html`.
const MARK: &str = include_str!("mark.svgpart");

/// The mark and the name of the house.
pub(in crate::ui) fn logo(name: &str) -> El {
    tag("span", "logo")
        .add(drawing("mark", "0 0 32 32").markup(MARK))
        .add(tag("span", "logo-name").add(name))
}
