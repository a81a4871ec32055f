//! `cargo xtask single`: the whole page in one file that opens by double click.
//!
//! A page from `file://` may load no other file, so styles, icons, glue and wasm
//! are written into it; the wasm gzipped, for the browser to inflate.

mod glue;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;

use crate::server::media_type;
use crate::tags::{self, Tag};
use crate::{build, deflated, house, split};

/// Its name in `dist/`.
pub(crate) const FILE: &str = "floret-single.html";

/// Builds when asked to, then writes `dist/floret-single.html`.
///
/// # Errors
/// When there is no build, or the page holds something this cannot write in.
pub(crate) fn write(build: bool) -> Result<()> {
    if build {
        build::release(false)?;
    }
    let dist = house::dist();
    let index = dist.join("index.html");
    let html =
        fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let single = of(&html, &dist)?;
    fs::write(dist.join(FILE), &single)?;
    let packed = deflated::gzip(single.as_bytes())?.len();
    println!(
        "dist/{FILE}: {} kB, {} kB with gzip",
        single.len() / 1000,
        packed / 1000
    );
    Ok(())
}

fn of(html: &str, dist: &Path) -> Result<String> {
    let mut changes = Vec::new();
    for tag in tags::all(html, "link", false) {
        let new = link(html, &tag, dist)?;
        changes.push((tag.span, new));
    }
    for tag in tags::all(html, "script", true) {
        let new = script(html, &tag, dist)?;
        changes.push((tag.span, new));
    }
    for tag in tags::all(html, "meta", false) {
        if tag.attribute("name") == Some(split::LATER) {
            // It is in this file already.
            changes.push((tag.span, String::new()));
            continue;
        }
        let policy = tag
            .attribute("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"));
        if let Some(content) = tag.attribute("content").filter(|_| policy) {
            let new = format!(
                r#"<meta http-equiv="Content-Security-Policy" content="{}">"#,
                inline_policy(content)
            );
            changes.push((tag.span, new));
        }
    }
    let single = tags::replace(html, changes);
    ensure!(
        single.contains("DecompressionStream"),
        "index.html does not start the page the way Trunk does"
    );
    Ok(single)
}

fn link(html: &str, tag: &Tag, dist: &Path) -> Result<String> {
    let href = tag.attribute("href").unwrap_or_default();
    let old = || html.get(tag.span.clone()).unwrap_or_default().to_owned();
    let relations = tag.attribute("rel").unwrap_or_default();
    let is = |relation: &str| relations.split_whitespace().any(|word| word == relation);
    // Nothing to load ahead, and a file on disk cannot be installed as an app.
    if is("preload") || is("modulepreload") || is("manifest") {
        return Ok(String::new());
    }
    if href.contains(':') || href.is_empty() {
        return Ok(old());
    }
    if is("stylesheet") {
        let media = tag
            .attribute("media")
            .map(|media| format!(r#" media="{media}""#))
            .unwrap_or_default();
        return Ok(format!("<style{media}>{}</style>", style(href, dist)?));
    }
    if is("icon") || is("apple-touch-icon") {
        let old = old();
        return Ok(old.replace(href, &data_url(&read(dist, href)?, media_type(href))));
    }
    Ok(old())
}

fn script(html: &str, tag: &Tag, dist: &Path) -> Result<String> {
    if let Some(source) = tag.attribute("src") {
        let text = String::from_utf8(read(dist, source)?)?;
        let kind = tag
            .attribute("type")
            .map(|kind| format!(r#" type="{kind}""#))
            .unwrap_or_default();
        return Ok(format!("<script{kind}>{}</script>", harmless(&text)));
    }
    match glue::start(&tag.inner) {
        Some(start) => Ok(format!(
            r#"<script type="module">{}</script>"#,
            glue::inline(&start, dist)?
        )),
        None => Ok(html.get(tag.span.clone()).unwrap_or_default().to_owned()),
    }
}

/// A style sheet with the files it names written into it.
fn style(href: &str, dist: &Path) -> Result<String> {
    let css = String::from_utf8(read(dist, href)?)?;
    let folder = href.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut changes = Vec::new();
    for (at, _) in css.match_indices("url(") {
        let from = at + "url(".len();
        let Some(length) = css.get(from..).and_then(|rest| rest.find(')')) else {
            continue;
        };
        let Some(named) = css.get(from..from + length) else {
            continue;
        };
        let name = named.trim_matches(['"', '\'', ' ']);
        if !name.contains(':') && !name.starts_with('#') {
            let url = data_url(&read(&dist.join(folder), name)?, media_type(name));
            changes.push((from..from + length, url));
        }
    }
    Ok(tags::replace(&css, changes))
}

/// The page's policy with what an inlined page needs on top.
fn inline_policy(policy: &str) -> String {
    let more = |directive: &str| match directive.split_whitespace().next() {
        Some("script-src") => format!("{directive} 'unsafe-inline' data:"),
        Some("style-src") => format!("{directive} 'unsafe-inline'"),
        Some("img-src" | "font-src") => format!("{directive} data:"),
        _ => directive.to_owned(),
    };
    // A hash or nonce would switch 'unsafe-inline' off.
    let plain = |directive: &str| {
        let words = directive.split_whitespace();
        words
            .filter(|word| !word.starts_with("'sha") && !word.starts_with("'nonce"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    policy
        .split(';')
        .map(|directive| more(&plain(directive)))
        .collect::<Vec<_>>()
        .join("; ")
}

fn read(dir: &Path, name: &str) -> Result<Vec<u8>> {
    let file = dir.join(name.trim_start_matches("./"));
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

fn data_url(bytes: &[u8], kind: &str) -> String {
    format!(
        "data:{};base64,{}",
        kind.replace(' ', ""),
        BASE64.encode(bytes)
    )
}

/// Script text that cannot end its own element.
fn harmless(script: &str) -> String {
    script
        .replace("</script", r"<\/script")
        .replace("<!--", r"<\!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_by_hash_allows_the_inlined_script() {
        let policy =
            inline_policy("default-src 'self'; script-src 'self' 'sha256-abc' 'wasm-unsafe-eval'");
        assert_eq!(
            policy,
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline' data:"
        );
    }

    #[test]
    fn a_script_cannot_end_its_own_element() {
        assert_eq!(harmless("a('</script>')"), r"a('<\/script>')");
    }
}
