//! What the rooms promise, tested from outside; natively and in WebAssembly.

mod poker_decks;
