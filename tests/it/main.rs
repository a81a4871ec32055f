//! What the rooms promise, tested from outside; natively and, all but
//! `architecture`, in WebAssembly.
#![cfg(test)]

#[cfg(not(target_arch = "wasm32"))]
mod architecture;
mod ballot;
mod exchange;
mod poker;
mod poker_decks;
mod poker_oracle;
