//! What a language model is asked about a story, and what it says: masking, request, stream.
//!
//! Pure text and bytes; knows no network, no browser and no screen. What comes back is
//! another's text: it is bounded and cleaned here, and never more than text.

mod address;
mod ask;
mod mask;
mod numbered;
mod request;
mod said;
mod stream;

pub use crate::web::AddressProblem;
pub use address::{Address, MAX_ADDRESS_CHARS};
pub use ask::{Ask, Asked, MAX_FIELD_CHARS, Outgoing, Wish, Wording};
pub use mask::{MAX_CONFIDENTIAL, MAX_CONFIDENTIAL_CHARS, Mask, Unmask};
pub use numbered::numbered;
pub use request::request_body;
pub use said::{Answer, Failure, MAX_ANSWER_CHARS, MAX_MESSAGE_CHARS, Said};
pub use stream::{MAX_STREAM_BYTES, Progress, Stream};
