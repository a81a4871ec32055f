//! English: import and export.

use crate::words::ExchangeWords;

pub(super) const EXCHANGE: ExchangeWords = ExchangeWords { title: "Import" };
