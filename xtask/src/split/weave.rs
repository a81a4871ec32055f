//! One script of two: wasm-bindgen's glue, and what loads the other parts.
//!
//! The two import each other. As one file they are a request less before the first
//! screen works, and fit into the single-file page.

use anyhow::{Result, ensure};

/// The loader's name, as the splitter writes it and the glue imports it.
pub(super) const LOADER: &str = "__wasm_split.js";

/// Both scripts in one, with the parts under their new names.
///
/// # Errors
/// When one of them does not look as expected.
pub(super) fn one_script<'a>(
    glue: &str,
    loader: &str,
    names: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<String> {
    let (glue, locals) = without_loader(glue)?;
    let (loader, exports) = without_exports(&without_import(loader)?);
    ensure!(!exports.is_empty(), "{LOADER} loads nothing");
    let exports = exports.join(", ");
    let locals = locals
        .iter()
        .map(|local| format!("const {local} = {{ {exports} }};\n"));
    let mut script = format!("{glue}\n{loader}\n{}", locals.collect::<String>());
    for (old, new) in names {
        let (old, new) = (format!("\"./{old}\""), format!("\"./{new}\""));
        ensure!(script.contains(&old), "nothing loads {old}");
        script = script.replace(&old, &new);
    }
    Ok(script)
}

/// The glue without `import * as … from "./__wasm_split.js"`, of which there is one for each
/// part, and the local names.
fn without_loader(glue: &str) -> Result<(String, Vec<String>)> {
    let named = format!("\"./{LOADER}\"");
    let is_import = |line: &&str| line.starts_with("import * as ") && line.contains(&named);
    let (imports, rest): (Vec<_>, Vec<_>) = glue.lines().partition(is_import);
    let locals = imports
        .iter()
        .filter_map(|line| line.split_whitespace().nth(3));
    let locals: Vec<_> = locals.map(str::to_owned).collect();
    ensure!(!locals.is_empty(), "the glue does not import {LOADER}");
    Ok((format!("{}\n", rest.join("\n")), locals))
}

/// The loader takes `initSync` from the glue, which is in the same file now.
fn without_import(loader: &str) -> Result<String> {
    let (first, rest) = loader.split_once('\n').unwrap_or((loader, ""));
    ensure!(
        first.starts_with("import { initSync } from "),
        "{LOADER} begins with `{first}`"
    );
    Ok(rest.to_owned())
}

/// The loader with plain constants, and their names.
fn without_exports(loader: &str) -> (String, Vec<String>) {
    let exports = loader.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("export const ")?.split_once(' ')?;
        Some(name.to_owned())
    });
    let exports = exports.collect();
    (loader.replace("export const ", "const "), exports)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\n\nfunction initSync() {}\nuse(import1);\nexport { initSync, init as default };\n";
    const LOADER_TEXT: &str = "import { initSync } from \"./floret.js\";\nfunction load() { initSync(); }\nexport const load_desk = load(\"./split_desk.wasm\");\n";

    #[test]
    fn glue_and_loader_become_one_script() {
        let names = [("split_desk.wasm", "floret-desk-1.wasm")];
        let script = one_script(GLUE, LOADER_TEXT, names.into_iter()).unwrap();
        assert!(!script.contains("import "), "{script}");
        assert!(script.contains("\nconst load_desk = load(\"./floret-desk-1.wasm\");"));
        assert!(script.contains("\nconst import1 = { load_desk };"));
        assert!(script.contains("export { initSync, init as default };"));
    }

    #[test]
    fn every_part_has_an_import_of_its_own() {
        let glue = format!("import * as import2 from \"./__wasm_split.js\"\n{GLUE}");
        let names = [("split_desk.wasm", "floret-desk-1.wasm")];
        let script = one_script(&glue, LOADER_TEXT, names.into_iter()).unwrap();
        assert!(!script.contains("import "), "{script}");
        assert!(script.contains("\nconst import1 = { load_desk };"));
        assert!(script.contains("\nconst import2 = { load_desk };"));
    }

    #[test]
    fn a_part_that_nothing_loads_is_named() {
        let names = [("chunk_1.wasm", "x.wasm")];
        let error = one_script(GLUE, LOADER_TEXT, names.into_iter()).unwrap_err();
        assert!(error.to_string().contains("chunk_1.wasm"), "{error}");
    }

    #[test]
    fn glue_without_the_loader_is_refused() {
        assert!(one_script("export {};", LOADER_TEXT, [].into_iter()).is_err());
    }
}
