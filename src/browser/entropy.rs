//! Random bytes from the browser's cryptographic generator.

use super::{BrowserError, window};

/// Most bytes one call of `getRandomValues` gives (Web Cryptography API §10.1.1).
const MAX_BYTES_PER_CALL: usize = 65_536;

/// Fills `bytes` with cryptographic randomness.
///
/// # Errors
/// When the page has no generator. `bytes` must then not be used.
pub fn fill(bytes: &mut [u8]) -> Result<(), BrowserError> {
    const STEP: &str = "crypto.getRandomValues";
    let crypto = window()
        .ok_or(BrowserError::Missing("window"))?
        .crypto()
        .map_err(|thrown| BrowserError::refused(STEP, &thrown))?;
    for part in bytes.chunks_mut(MAX_BYTES_PER_CALL) {
        crypto
            .get_random_values_with_u8_array(part)
            .map_err(|thrown| BrowserError::refused(STEP, &thrown))?;
    }
    Ok(())
}

/// 32 random bytes, to seed a generator.
///
/// # Errors
/// As [`fill`].
pub fn seed() -> Result<[u8; 32], BrowserError> {
    let mut seed = [0; 32];
    fill(&mut seed)?;
    Ok(seed)
}
