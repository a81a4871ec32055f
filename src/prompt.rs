//! What a language model is asked about a story, and what it says: masking, request, stream.
//!
//! Pure text and bytes; knows no network, no browser and no screen.
