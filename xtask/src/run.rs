//! Starts other programs: says what, waits, and names what failed.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fmt::Write as _};

use anyhow::{Context, Result, bail};

/// A command with the tools' directories in front of its `PATH`.
///
/// Its standard input is closed: nothing here may wait for an answer.
pub(crate) fn command(program: impl AsRef<Path>, dirs: &[PathBuf]) -> Command {
    let mut command = Command::new(program.as_ref());
    command.env("PATH", path_with(dirs)).stdin(Stdio::null());
    command
}

/// `PATH` with these directories in front.
pub(crate) fn path_with(dirs: &[PathBuf]) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = dirs.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

/// Runs to the end; its output goes to the screen.
///
/// # Errors
/// When it cannot be started or ends with a failure.
pub(crate) fn to_the_end(command: &mut Command) -> Result<()> {
    if succeeds(command)? {
        Ok(())
    } else {
        bail!("`{}` failed", line(command))
    }
}

/// Runs to the end and tells whether it succeeded.
///
/// # Errors
/// When it cannot be started.
pub(crate) fn succeeds(command: &mut Command) -> Result<bool> {
    println!("$ {}", line(command));
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    Ok(status.success())
}

/// Runs to the end; each line of its standard output goes to the screen and to `hear`.
///
/// # Errors
/// When it cannot be started or its output cannot be read.
pub(crate) fn overheard(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<bool> {
    println!("$ {}", line(command));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    let output = child.stdout.take().context("no output to read")?;
    for text in BufReader::new(output).split(b'\n') {
        let text = text?;
        let text = String::from_utf8_lossy(&text);
        println!("{text}");
        hear(&text);
    }
    Ok(child.wait()?.success())
}

/// What it prints, when it can be started and succeeds.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut line = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        let _ = write!(line, " {}", argument.to_string_lossy());
    }
    line
}
