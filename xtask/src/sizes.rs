//! Prints what a visitor downloads.

use crate::deflated::Deflated;
use crate::table;

/// One line per file and the sum.
pub(crate) fn print(files: &[Deflated]) {
    let mut rows = vec![
        ["file", "raw", "gzip", "brotli"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let mut sums = [0; 3];
    for file in files {
        let sizes = [&Some(&file.raw), &file.gzip.as_ref(), &file.brotli.as_ref()]
            .map(|form| form.map_or(file.raw.len(), Vec::len));
        for (sum, size) in sums.iter_mut().zip(sizes) {
            *sum += size;
        }
        rows.push(row(&file.path, sizes));
    }
    rows.push(row("all", sums));
    println!("\n{}", table::text(&rows));
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
}
