//! Prints what a visitor downloads: at first, and on demand.

use crate::deflated::Deflated;
use crate::{house, split, table};

/// One line per file and the sums.
pub(crate) fn print(files: &[Deflated]) {
    let mut rows = vec![
        ["file", "raw", "gzip", "brotli"]
            .map(str::to_owned)
            .to_vec(),
    ];
    rows.extend(files.iter().map(|file| row(&file.path, sizes(file))));
    let first = |file: &&Deflated| is_first(&file.path);
    let later = |file: &&Deflated| split::is_later(&file.path);
    rows.push(row("first load", sum(files.iter().filter(first))));
    rows.push(row(
        "desk and meeting, on demand",
        sum(files.iter().filter(later)),
    ));
    rows.push(row("all", sum(files.iter())));
    println!("\n{}", table::text(&rows));
}

/// Whether nothing works before this file is here.
fn is_first(name: &str) -> bool {
    name == "index.html"
        || name.ends_with("_bg.wasm")
        || (house::has_ending(name, "js") && name != "sw.js")
}

/// As it is, with gzip, with brotli.
fn sizes(file: &Deflated) -> [usize; 3] {
    [&Some(&file.raw), &file.gzip.as_ref(), &file.brotli.as_ref()]
        .map(|form| form.map_or(file.raw.len(), Vec::len))
}

fn sum<'a>(files: impl Iterator<Item = &'a Deflated>) -> [usize; 3] {
    files.map(sizes).fold([0; 3], |sum, sizes| {
        [sum[0] + sizes[0], sum[1] + sizes[1], sum[2] + sizes[2]]
    })
}

fn row(name: &str, sizes: [usize; 3]) -> Vec<String> {
    let mut row = vec![name.to_owned()];
    row.extend(sizes.map(kilobytes));
    row
}

/// `1234567` as `1234.6 kB`.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_to_tenths_of_a_kilobyte() {
        assert_eq!(kilobytes(1_234_567), "1234.6 kB");
        assert_eq!(kilobytes(49), "0.0 kB");
    }

    #[test]
    fn the_desk_and_the_worker_are_not_part_of_the_first_load() {
        let first = ["index.html", "floret-1.js", "floret-1_bg.wasm"];
        assert!(first.into_iter().all(is_first));
        assert!(
            !["sw.js", "floret-desk-1.wasm", "icon.svg"]
                .into_iter()
                .any(is_first)
        );
    }
}
