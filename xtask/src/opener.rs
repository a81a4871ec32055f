//! Opens an address in the person's own browser.

use std::process::{Command, Stdio};

/// Tries; says nothing when there is no browser to open.
pub(crate) fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    let quiet = command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // The address is on the screen; a machine without a browser is no failure.
    let _ = quiet.spawn();
}
