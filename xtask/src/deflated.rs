//! The files of a directory with their gzip and brotli forms, in memory.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// How hard to compress.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// Not at all: loopback needs none.
    None,
    /// As a careful static host would: gzip 9, brotli 11.
    Best,
}

/// One file and its compressed forms.
pub(crate) struct Deflated {
    /// Path below the directory, with `/` between its parts.
    pub(crate) path: String,
    pub(crate) raw: Vec<u8>,
    /// Only where it is smaller than `raw`.
    pub(crate) gzip: Option<Vec<u8>>,
    /// Only where it is smaller than `raw`.
    pub(crate) brotli: Option<Vec<u8>>,
}

/// Reads all files below `dir`, by path.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn read(dir: &Path, effort: Effort) -> Result<Vec<Deflated>> {
    let mut found = Vec::new();
    collect(dir, "", &mut found)?;
    found.sort();
    thread::scope(|scope| {
        let readers: Vec<_> = found
            .into_iter()
            .map(|(path, file)| scope.spawn(move || one(path, &file, effort)))
            .collect();
        readers
            .into_iter()
            .map(|reader| {
                reader
                    .join()
                    .map_err(|_| anyhow!("a compressing thread died"))?
            })
            .collect()
    })
}

/// Writes `file.gz` and `file.br` beside each file that they make smaller.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write_beside(dir: &Path, files: &[Deflated]) -> Result<()> {
    for file in files {
        for (ending, bytes) in [("gz", &file.gzip), ("br", &file.brotli)] {
            if let Some(bytes) = bytes {
                fs::write(dir.join(format!("{}.{ending}", file.path)), bytes)?;
            }
        }
    }
    Ok(())
}

/// gzip at its best level.
///
/// # Errors
/// Never for a buffer in memory, in practice.
pub(crate) fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}

fn collect(dir: &Path, prefix: &str, found: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let entries = fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push((name, entry.path()));
        }
    }
    Ok(())
}

fn one(path: String, file: &Path, effort: Effort) -> Result<Deflated> {
    let raw = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (gzip, brotli) = match effort {
        Effort::None => (None, None),
        Effort::Best => {
            let smaller = |bytes: Vec<u8>| (bytes.len() < raw.len()).then_some(bytes);
            (smaller(gzip(&raw)?), smaller(brotli(&raw)?))
        }
    };
    Ok(Deflated {
        path,
        raw,
        gzip,
        brotli,
    })
}

fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        size_hint: raw.len(),
        ..Default::default()
    };
    let mut deflated = Vec::new();
    brotli::BrotliCompress(&mut &*raw, &mut deflated, &parameters)?;
    Ok(deflated)
}
