//! The program the page loads: starts the shell.

fn main() {
    #[cfg(target_arch = "wasm32")]
    floret::shell::start();
}
