//! The one door between the table and the desk. Knows nothing of what is behind it.
