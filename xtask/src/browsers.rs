//! Finds Chromium, its driver and Firefox; fetches them where that is possible.
//!
//! In this order: named by an environment variable, installed, Debian's
//! packages (with root), the download of `@puppeteer/browsers`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{cache, debian, house, npm, run};

/// The browsers the tests drive.
pub(crate) struct Browsers {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) firefox: PathBuf,
}

/// One program a test needs.
struct Wanted {
    /// The environment variable that names it.
    variable: &'static str,
    programs: &'static [&'static str],
    usual: &'static [&'static str],
    debian: &'static str,
    /// Its name for `@puppeteer/browsers`.
    download: &'static str,
    spoken: &'static str,
}

const CHROMIUM: Wanted = Wanted {
    variable: "FLORET_CHROMIUM",
    programs: &[
        "chromium",
        "google-chrome",
        "google-chrome-stable",
        "chromium-browser",
        "chrome",
    ],
    usual: &[
        "/usr/lib/chromium/chromium",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ],
    debian: "chromium",
    download: "chrome",
    spoken: "Chromium or Google Chrome",
};

const CHROMEDRIVER: Wanted = Wanted {
    variable: "CHROMEDRIVER",
    programs: &["chromedriver"],
    usual: &[
        "/usr/lib/chromium/chromedriver",
        "/usr/lib/chromium-browser/chromedriver",
    ],
    debian: "chromium-driver",
    download: "chromedriver",
    spoken: "ChromeDriver of the same version as Chrome",
};

const FIREFOX: Wanted = Wanted {
    variable: "FLORET_FIREFOX",
    programs: &["firefox", "firefox-esr"],
    usual: &[
        "/usr/lib/firefox-esr/firefox-esr",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
    debian: "firefox-esr",
    download: "firefox",
    spoken: "Firefox",
};

/// Chromium with its driver, and Firefox.
///
/// # Errors
/// Says what to install by hand.
pub(crate) fn all() -> Result<Browsers> {
    let (chromium, chromedriver) = chromium_and_driver()?;
    let firefox = get(&FIREFOX, "stable")?;
    Ok(Browsers {
        chromium,
        chromedriver,
        firefox,
    })
}

/// Chromium and the driver of the same major version.
///
/// # Errors
/// Says what to install by hand.
pub(crate) fn chromium_and_driver() -> Result<(PathBuf, PathBuf)> {
    let chromium = get(&CHROMIUM, "stable")?;
    let version = major(&chromium);
    let driver = match find(&CHROMEDRIVER) {
        Some(driver) if version.is_none() || major(&driver) == version => driver,
        _ => fetch(&CHROMEDRIVER, version.as_deref().unwrap_or("stable"))?,
    };
    Ok((chromium, driver))
}

fn get(wanted: &Wanted, version: &str) -> Result<PathBuf> {
    find(wanted).map_or_else(|| fetch(wanted, version), Ok)
}

fn find(wanted: &Wanted) -> Option<PathBuf> {
    let named = env::var_os(wanted.variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    named
        .or_else(|| {
            wanted
                .programs
                .iter()
                .find_map(|program| cache::on_path(program))
        })
        .or_else(|| {
            wanted
                .usual
                .iter()
                .map(PathBuf::from)
                .find(|path| path.is_file())
        })
}

fn fetch(wanted: &Wanted, version: &str) -> Result<PathBuf> {
    if let Some(path) = from_debian().then(|| find(wanted)).flatten() {
        return Ok(path);
    }
    download(wanted, version).with_context(|| {
        format!(
            "{} is missing: install it, or name it in {}",
            wanted.spoken, wanted.variable
        )
    })
}

/// Installs all three packages at once; `false` where that cannot be done.
fn from_debian() -> bool {
    let packages = [CHROMIUM.debian, CHROMEDRIVER.debian, FIREFOX.debian];
    debian::install(&packages, "Chromium, its driver and Firefox")
}

/// Fetches the maker's build into the cache; prints `name@version path` at its end.
fn download(wanted: &Wanted, version: &str) -> Result<PathBuf> {
    npm::e2e_packages()?;
    let home = cache::tools()?.join("browsers");
    println!("Set-up: downloading {} (about 150 MB, once)", wanted.spoken);
    let mut last = String::new();
    let mut command = npm::e2e_program("@puppeteer/browsers/lib/cjs/main-cli.js");
    command
        .arg("install")
        .arg(format!("{}@{version}", wanted.download))
        .arg("--path")
        .arg(&home);
    let fetched = run::overheard(&mut command, |line| {
        if line.contains('@') {
            line.clone_into(&mut last);
        }
    })?;
    let path = last
        .split_once(' ')
        .map(|(_, path)| PathBuf::from(path.trim()));
    match path {
        Some(path) if fetched && path.is_file() => Ok(path),
        _ => bail!("{} could not be downloaded", wanted.spoken),
    }
}

/// The first number of the version a browser or driver tells.
fn major(program: &Path) -> Option<String> {
    // Asked on Windows, Chrome would open a window.
    if cfg!(windows) && program.ends_with("chrome.exe") {
        return None;
    }
    let answer = run::answer(run::command(program, &[]).arg("--version"))?;
    let version = answer
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next().map(str::to_owned)
}

/// Writes the capabilities for wasm-bindgen's runner: ours, with this browser named.
///
/// # Errors
/// When `tests/browser/webdriver.json` cannot be read.
pub(crate) fn webdriver_json(chromium: &Path) -> Result<PathBuf> {
    let ours = house::root()
        .join("tests")
        .join("browser")
        .join("webdriver.json");
    let mut json: Value = serde_json::from_str(&fs::read_to_string(&ours)?)?;
    let options = json
        .get_mut("goog:chromeOptions")
        .and_then(Value::as_object_mut);
    let options = options.context("webdriver.json has no goog:chromeOptions")?;
    options.insert("binary".to_owned(), chromium.to_string_lossy().into());
    let full = house::scratch().join("webdriver.json");
    fs::create_dir_all(house::scratch())?;
    fs::write(&full, json.to_string())?;
    Ok(full)
}
