//! What the checklist promises.
