//! A static file server on loopback, from memory: correct types, precompressed.
//!
//! Behaves like a plain static host: no rewriting, 404 for what is not there.

mod answer;
mod mime;

pub(crate) use mime::of as media_type;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::Server;

use crate::cli::ServeWish;
use crate::deflated::{self, Deflated, Effort};
use crate::{build, house, opener};

/// How many ports after the wished one are tried.
const PORTS_TRIED: u16 = 100;

/// What is served: files by path, below a prefix like `/some/path/`.
pub(crate) struct Site {
    files: BTreeMap<String, Deflated>,
    prefix: String,
}

impl Site {
    /// Reads the directory; later changes on disk are not seen.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn read(dir: &Path, prefix: &str, effort: Effort) -> Result<Self> {
        let files = deflated::read(dir, effort)?;
        let files = files
            .into_iter()
            .map(|file| (file.path.clone(), file))
            .collect();
        Ok(Self {
            files,
            prefix: prefix.to_owned(),
        })
    }
}

/// `cargo xtask serve`: until it is stopped.
///
/// # Errors
/// When the build fails or no port is free.
pub(crate) fn serve(wish: &ServeWish) -> Result<()> {
    if wish.dir.is_none() && wish.build {
        build::release(false)?;
    }
    let dir = wish.dir.clone().unwrap_or_else(house::dist);
    let site = Arc::new(Site::read(&dir, "/", Effort::Best)?);
    let (server, port) = listen(wish.port)?;
    // `localhost` may mean either loopback address.
    if let Ok(second) = Server::http(SocketAddr::from((Ipv6Addr::LOCALHOST, port))) {
        let site = Arc::clone(&site);
        thread::spawn(move || answer_all(&second, &site));
    }
    let url = format!("http://localhost:{port}/");
    println!("\nFloret is at {url} (stop with Ctrl+C)");
    if wish.open {
        opener::open(&url);
    }
    answer_all(&server, &site);
    Ok(())
}

/// Serves in the background for the life of this process; returns the address.
///
/// # Errors
/// When the directory cannot be read or no port is free.
pub(crate) fn in_background(dir: &Path, prefix: &str, effort: Effort) -> Result<String> {
    let site = Site::read(dir, prefix, effort)?;
    let (server, port) = listen(0)?;
    thread::spawn(move || answer_all(&server, &site));
    Ok(format!("http://localhost:{port}{prefix}"))
}

/// The first free port from this one on; 0 lets the system choose.
fn listen(first: u16) -> Result<(Server, u16)> {
    let last = if first == 0 {
        0
    } else {
        first.saturating_add(PORTS_TRIED)
    };
    let server = (first..=last)
        .find_map(|port| Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).ok())
        .ok_or_else(|| anyhow!("no free port from {first} to {last}"))?;
    let port = server
        .server_addr()
        .to_ip()
        .context("the server has no port")?
        .port();
    Ok((server, port))
}

fn answer_all(server: &Server, site: &Site) {
    for request in server.incoming_requests() {
        let response = answer::to(&request, site);
        // A browser that went away is no failure.
        let _ = request.respond(response);
    }
}
