//! The rooms together, seen from outside.

mod ballot;
