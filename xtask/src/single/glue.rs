//! wasm-bindgen's glue as text inside the page.

use std::path::Path;

use anyhow::{Context, Result};
use data_encoding::BASE64;

use super::{data_url, harmless, read};
use crate::deflated;

/// The two files Trunk's start script names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Start {
    glue: String,
    wasm: String,
}

/// Reads Trunk's start script; `None` when this is another script.
pub(super) fn start(script: &str) -> Option<Start> {
    if !script.contains("TrunkApplicationStarted") {
        return None;
    }
    let quoted = |ending: &str| {
        let mut texts = script.split(['"', '\'', '`']);
        texts
            .find(|text| text.ends_with(ending) && !text.contains(char::is_whitespace))
            .map(str::to_owned)
    };
    Some(Start {
        glue: quoted(".js")?,
        wasm: quoted(".wasm")?,
    })
}

/// The glue, the wasm as gzipped base64, and a start that inflates it.
///
/// # Errors
/// When a file is missing.
pub(super) fn inline(start: &Start, dist: &Path) -> Result<String> {
    let glue = with_parts(&with_imports(&start.glue, dist)?, dist)?;
    let wasm = deflated::gzip(&read(dist, &start.wasm)?)?;
    let wasm = BASE64.encode(&wasm);
    let init = default_export(&glue).context("the glue has no default export")?;
    Ok(format!(
        r#"function inflate(text) {{
    const packed = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(inflated, {{ headers: {{ "content-type": "application/wasm" }} }});
}}
{}
const wasmExports = await {init}({{ module_or_path: await inflate("{wasm}").arrayBuffer() }});
dispatchEvent(new CustomEvent("TrunkApplicationStarted", {{ detail: {{ wasm: wasmExports }} }}));
"#,
        harmless(&glue)
    ))
}

/// The script with every part it would fetch written into it, gzipped as the main one.
fn with_parts(script: &str, dist: &Path) -> Result<String> {
    const BEFORE: &str = "fetch(new URL(\"./";
    const AFTER: &str = "\", import.meta.url))";
    let mut whole = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once(BEFORE) {
        let (name, after) = after.split_once(AFTER).context("a part without an end")?;
        let part = BASE64.encode(&deflated::gzip(&read(dist, name)?)?);
        whole.push_str(before);
        whole.extend(["Promise.resolve(inflate(\"", &part, "\"))"]);
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

/// A script with each file it imports turned into a `data:` URL, to any depth.
fn with_imports(name: &str, dist: &Path) -> Result<String> {
    let mut text = String::from_utf8(read(dist, name)?)?;
    let folder = Path::new(name.trim_start_matches("./"))
        .parent()
        .unwrap_or(Path::new(""));
    for import in imports(&text) {
        let inner = folder.join(import.trim_start_matches("./"));
        let inner = with_imports(&inner.to_string_lossy(), dist)?;
        text = text.replace(&import, &data_url(inner.as_bytes(), "text/javascript"));
    }
    Ok(text)
}

/// Relative files a script imports, at its top or later.
fn imports(script: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for keyword in ["from", "import(", "import"] {
        for (at, _) in script.match_indices(keyword) {
            let rest = script
                .get(at + keyword.len()..)
                .unwrap_or_default()
                .trim_start();
            let Some(quote) = rest.chars().next().filter(|c| "\"'`".contains(*c)) else {
                continue;
            };
            let named = rest
                .get(1..)
                .and_then(|rest| rest.split(quote).next())
                .unwrap_or_default();
            if named.starts_with("./") && !found.iter().any(|known| known == named) {
                found.push(named.to_owned());
            }
        }
    }
    found
}

/// The local name that the module exports as its default.
fn default_export(glue: &str) -> Option<&str> {
    if let Some((head, _)) = glue.split_once(" as default") {
        return head
            .rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
            .next();
    }
    let (_, tail) = glue.split_once("export default ")?;
    tail.split([';', '\n', ' ']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunks_start_script_names_glue_and_wasm() {
        let script = "import init, * as bindings from './floret-1.js';\n\
            const wasm = await init({ module_or_path: './floret-1_bg.wasm' });\n\
            dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"));";
        let named = Start {
            glue: "./floret-1.js".into(),
            wasm: "./floret-1_bg.wasm".into(),
        };
        assert_eq!(start(script), Some(named));
        assert_eq!(start("console.log('./other.js')"), None);
    }

    #[test]
    fn imports_are_found_at_the_top_and_later() {
        let script = "import { a } from './snippets/a.js'; import'./b.js'; await import(\"./c.js\"); import 'https://x/d.js'";
        assert_eq!(imports(script), ["./snippets/a.js", "./c.js", "./b.js"]);
    }

    #[test]
    fn the_default_export_is_found_in_both_forms() {
        assert_eq!(
            default_export("export { initSync, __wbg_init as default };"),
            Some("__wbg_init")
        );
        assert_eq!(default_export("export default init;"), Some("init"));
    }
}
