//! `cargo xtask setup`: everything the other commands would fetch by themselves.

use anyhow::Result;

use crate::{browsers, npm, tools};

/// Gets every tool, package and browser.
///
/// # Errors
/// Names the first that cannot be had.
pub(crate) fn everything() -> Result<()> {
    tools::for_build()?;
    npm::e2e_packages()?;
    let found = browsers::all()?;
    println!("Chromium      {}", found.chromium.display());
    println!("ChromeDriver  {}", found.chromedriver.display());
    println!("Firefox       {}", found.firefox.display());
    println!("Set-up complete: `cargo xtask serve` opens Floret.");
    Ok(())
}
