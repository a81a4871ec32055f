//! Every dialect that stories come in, and what goes out.
