//! `cargo xtask netlab`: people on networks of their own, in Linux namespaces.
//!
//! Everything is started inside one set of new namespaces (network, processes,
//! mounts), so whatever happens nothing of it outlives the command.

use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

use crate::tally::{self, Tally};
use crate::{browsers, build, cache, debian, house, npm, run};

/// A process of its own network, mounts and process numbers; all end with it.
const APART: [&str; 6] = [
    "--net",
    "--mount",
    "--pid",
    "--fork",
    "--kill-child",
    "--mount-proc",
];

/// Without root: as root of a world of its own, where the system lets anybody be that.
const AS_ROOT_THERE: [&str; 2] = ["--user", "--map-root-user"];

/// Programs the lab needs, with Debian's packages.
const PROGRAMS: [(&str, &str); 6] = [
    ("ip", "iproute2"),
    ("bridge", "iproute2"),
    ("iptables", "iptables"),
    ("turnserver", "coturn"),
    ("unshare", "util-linux"),
    ("nsenter", "util-linux"),
];

/// What the lab will do, tried once: fails with the system's own words.
const TRIAL: &str = "set -e; mount -t tmpfs lab /run; mkdir /run/netns; ip netns add home; \
    ip link add world type bridge; ip link add veth0 type veth peer name veth1 netns home; \
    iptables -t nat -A POSTROUTING -j MASQUERADE --random-fully; \
    iptables -A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT";

/// Builds unless told otherwise, then runs the lab; prints table and counts.
///
/// # Errors
/// When the build or the set-up fails.
pub(crate) fn run(build: bool, rest: &[String]) -> Result<bool> {
    if build {
        build::release(false)?;
    }
    lab(rest, &mut Tally::default())
}

/// Runs the lab; where the system does not allow it, says why and passes.
///
/// # Errors
/// When there is nothing built, or the set-up fails.
pub(crate) fn lab(rest: &[String], tally: &mut Tally) -> Result<bool> {
    let apart = match rights() {
        Ok(apart) => apart,
        Err(reason) => {
            println!("skipped: {reason}");
            return Ok(true);
        }
    };
    npm::e2e_packages()?;
    let found = browsers::all()?;
    let dist = house::dist();
    ensure!(
        dist.join("index.html").is_file(),
        "nothing is built in {}: run `cargo xtask build`",
        dist.display()
    );
    let mut command = run::command("unshare", &[]);
    command
        .args(&apart)
        .args(["node", "netlab/main.mjs"])
        .args(rest)
        .current_dir(house::e2e())
        // Never written to: when this process is gone, the lab hears the end of it.
        .stdin(Stdio::piped())
        .env("FLORET_DIST", dist)
        .env("FLORET_CHROMIUM", &found.chromium)
        .env("FLORET_FIREFOX", &found.firefox);
    run::overheard(&mut command, |line| {
        if let Some(tests) = tally::of_line(line) {
            tally.add(tests);
        }
    })
}

/// The switches of `unshare` that work here, or why there are none.
fn rights() -> Result<Vec<&'static str>, String> {
    if !cfg!(target_os = "linux") {
        return Err("network namespaces are a part of Linux".to_owned());
    }
    programs()?;
    let mut apart = APART.to_vec();
    if !debian::is_root() {
        apart.extend(AS_ROOT_THERE);
    }
    let output = Command::new("unshare")
        .args(&apart)
        .args(["sh", "-c", TRIAL])
        .stdin(Stdio::null())
        .output();
    let words = match output {
        Ok(output) if output.status.success() => return Ok(apart),
        Ok(output) => String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        Err(error) => error.to_string(),
    };
    let last = words.lines().last().unwrap_or("no reason given");
    Err(format!("network namespaces are not allowed here ({last})"))
}

/// Makes sure that all programs are there.
fn programs() -> Result<(), String> {
    let missing = || {
        let missing = PROGRAMS
            .iter()
            .filter(|(program, _)| cache::on_path(program).is_none());
        missing.map(|(_, package)| *package).collect::<Vec<_>>()
    };
    let wanted = missing();
    if wanted.is_empty() || debian::install(&wanted, &wanted.join(", ")) {
        return match missing().as_slice() {
            [] => Ok(()),
            still => Err(format!("{} not found", still.join(", "))),
        };
    }
    Err(format!("{} must be installed", wanted.join(", ")))
}
