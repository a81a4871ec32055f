//! Tests of the rooms together, and of the house itself.
//!
//! They run natively and, all but `architecture`, in wasm.
#![cfg(test)]

#[cfg(not(target_arch = "wasm32"))]
mod architecture;
