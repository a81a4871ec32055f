//! Puts the parts of the program into `dist/` and their names into the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64;
use sha2::{Digest, Sha384};

use super::{LATER, Part};
use crate::{house, tags};

/// The files of the program.
pub(super) struct Program {
    pub(super) wasm: Part,
    pub(super) glue: Part,
    /// What is loaded on demand.
    pub(super) parts: Vec<Part>,
}

/// Replaces the files that Trunk wrote, in `dist` and in its `index.html`.
///
/// # Errors
/// When the page does not name them the way Trunk does.
pub(super) fn put(dist: &Path, program: Program) -> Result<()> {
    let index = dist.join("index.html");
    let html =
        fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let (html, old) = page(&html, &program)?;
    for name in old {
        let file = dist.join(&name);
        fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
    }
    let files = program
        .parts
        .into_iter()
        .chain([program.wasm, program.glue]);
    for part in files {
        fs::write(dist.join(&part.new), &part.bytes)?;
    }
    fs::write(&index, html)?;
    Ok(())
}

/// The page with the new names, and the names it had.
fn page(html: &str, program: &Program) -> Result<(String, Vec<String>)> {
    let mut changes = Vec::new();
    let mut replaced = Vec::new();
    for tag in tags::all(html, "link", false) {
        let href = tag.attribute("href").unwrap_or_default();
        let part = match tag.attribute("rel") {
            Some("modulepreload") => &program.glue,
            Some("preload") if house::has_ending(href, "wasm") => &program.wasm,
            Some(_) | None => continue,
        };
        let old = href.trim_start_matches("./").to_owned();
        let whole = html.get(tag.span.clone()).unwrap_or_default();
        let mut new = whole.replace(&old, &part.new);
        if let Some(integrity) = tag.attribute("integrity") {
            new = new.replace(integrity, &integrity_of(&part.bytes));
        }
        replaced.push((old, part.new.clone()));
        changes.push((tag.span, new));
    }
    ensure!(
        replaced.len() == 2,
        "index.html preloads {} files of the program instead of 2",
        replaced.len()
    );
    let mut html = tags::replace(html, changes);
    for (old, new) in &replaced {
        html = html.replace(&format!("./{old}"), &format!("./{new}"));
        ensure!(!html.contains(old.as_str()), "index.html still names {old}");
    }
    let later = program.parts.iter().map(|part| later(&part.new));
    let html = html.replacen(
        "</head>",
        &format!("{}</head>", later.collect::<String>()),
        1,
    );
    Ok((html, replaced.into_iter().map(|(old, _)| old).collect()))
}

/// Names a file that the page keeps for later, once it is idle.
fn later(name: &str) -> String {
    format!(r#"<meta name="{LATER}" content="./{name}">"#)
}

/// As in the `integrity` attribute (W3C Subresource Integrity), with Trunk's hash.
fn integrity_of(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><script type="module">
import init, * as bindings from './floret-1.js';
const wasm = await init({ module_or_path: './floret-1_bg.wasm' });
</script>
<link rel="modulepreload" href="./floret-1.js" crossorigin="anonymous" integrity="sha384-a"><link rel="preload" href="./floret-1_bg.wasm" integrity="sha384-b" as="fetch"></head>"#;

    fn program() -> Program {
        let part = |old: &str, new: &str| Part {
            old: old.into(),
            new: new.into(),
            bytes: old.into(),
        };
        Program {
            wasm: part("floret_bg.wasm", "floret-2_bg.wasm"),
            glue: part("floret.js", "floret-3.js"),
            parts: vec![part("split_desk.wasm", "floret-desk-4.wasm")],
        }
    }

    #[test]
    fn the_page_names_the_new_files_with_their_integrity() {
        let (html, old) = page(PAGE, &program()).unwrap();
        assert_eq!(old, ["floret-1.js", "floret-1_bg.wasm"]);
        assert!(html.contains("from './floret-3.js'"), "{html}");
        assert!(
            html.contains("module_or_path: './floret-2_bg.wasm'"),
            "{html}"
        );
        let glue = integrity_of(b"floret.js");
        assert!(html.contains(&format!(
            r#"href="./floret-3.js" crossorigin="anonymous" integrity="{glue}""#
        )));
        assert!(!html.contains("sha384-a\"") && !html.contains("sha384-b\""));
    }

    #[test]
    fn what_comes_later_is_named_for_the_page_to_keep() {
        let (html, _) = page(PAGE, &program()).unwrap();
        assert!(
            html.contains(r#"<meta name="floret-later" content="./floret-desk-4.wasm"></head>"#)
        );
    }

    #[test]
    fn a_page_without_preloads_is_refused() {
        assert!(page("<head></head>", &program()).is_err());
    }
}
