//! What the rooms promise, tested from outside; natively and in WebAssembly.

mod exchange;
mod poker;
mod poker_decks;
mod poker_oracle;
