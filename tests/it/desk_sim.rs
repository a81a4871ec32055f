//! The whole desk on a pretended browser: people type, import, tick and plan.

mod checklist;
