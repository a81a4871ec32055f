//! What leaves for a language model, and what is made of its answer.
