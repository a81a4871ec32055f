//! What the rooms promise, tested from outside; natively and, all but
//! `architecture`, in WebAssembly.
#![cfg(test)]

mod app_sim;
#[cfg(not(target_arch = "wasm32"))]
mod architecture;
mod ballot;
mod checklists;
mod desk_sim;
mod exchange;
mod imports;
#[cfg(not(target_arch = "wasm32"))]
mod index_words;
mod meetings;
mod packs;
mod poker;
mod poker_decks;
mod poker_oracle;
mod prompts;
mod records;
mod room_sim;
mod saved;
mod stories;
mod tickets;
mod wire;
mod wire_browsers;
mod wire_damage;
mod wire_frame;
mod wire_link;
mod wire_rendezvous;
mod wire_samples;
mod wire_sdp;
mod wire_vectors;
