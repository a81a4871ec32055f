//! The whole desk on a pretended browser: people type, reorder, tick, plan and come back.

mod browser;
mod checklist;
mod exports;
mod gate;
mod imports;
mod lists;
mod packs;
mod plans;
mod prepare;
mod records;
mod restarts;
mod samples;
mod storage;
mod stories;
mod two_tabs;
mod weight;
