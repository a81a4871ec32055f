//! Debian's packages, where apt-get and the rights for it are there.

use std::process::{Command, Stdio};

use crate::{cache, run};

/// Installs packages; `false` where that cannot be done. Says so first.
pub(crate) fn install(packages: &[&str], spoken: &str) -> bool {
    let Some(apt) = cache::on_path("apt-get") else {
        return false;
    };
    let Some(rights) = rights() else { return false };
    println!("Set-up: installing {spoken} with apt-get (up to 5 minutes, once)");
    let apt = |arguments: &[&str]| {
        let mut command = match rights {
            Rights::Own => run::command(&apt, &[]),
            Rights::Sudo => {
                let mut command = run::command("sudo", &[]);
                command
                    .arg("-n")
                    .arg("DEBIAN_FRONTEND=noninteractive")
                    .arg(&apt);
                command
            }
        };
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        run::succeeds(&mut command).unwrap_or(false)
    };
    // A stale mirror may fail to update and still have the packages.
    apt(&["update"]);
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

/// Whether this process is root.
pub(crate) fn is_root() -> bool {
    run::answer(run::command("id", &[]).arg("-u")).is_some_and(|id| id == "0")
}

/// With whose rights packages can be installed.
#[derive(Clone, Copy)]
enum Rights {
    Own,
    Sudo,
}

fn rights() -> Option<Rights> {
    if is_root() {
        return Some(Rights::Own);
    }
    let mut ask = Command::new("sudo");
    ask.args(["-n", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    ask.status()
        .is_ok_and(|status| status.success())
        .then_some(Rights::Sudo)
}
