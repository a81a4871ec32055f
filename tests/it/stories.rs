//! What a story, its gate and its questions promise.
