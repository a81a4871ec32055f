//! A cursor over received bytes. It knows no format: `None` means that the
//! bytes ended before the value did.

/// Reads big-endian values from the front of a byte string.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next `n` bytes.
    pub(super) fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(head)
    }

    /// The next `N` bytes as an array.
    pub(super) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_be_bytes)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    /// A text of printable ASCII with its length in one byte before it.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let n = usize::from(self.u8()?);
        let text = self.take(n)?;
        let printable = text.iter().all(u8::is_ascii_graphic);
        printable.then(|| text.iter().copied().map(char::from).collect())
    }

    /// Whatever is left.
    pub(super) fn rest(self) -> &'a [u8] {
        self.rest
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Reader;

    #[test]
    fn a_reader_never_reads_past_the_end() {
        let mut reader = Reader::new(&[1, 2, 3]);
        assert_eq!(reader.u16(), Some(0x0102));
        assert_eq!(reader.u16(), None);
        assert_eq!(reader.u8(), Some(3));
        assert_eq!(reader.u8(), None);
        assert!(reader.is_empty());
    }

    #[test]
    fn a_short_text_is_printable_ascii() {
        assert_eq!(Reader::new(b"\x02ab").short_text().as_deref(), Some("ab"));
        assert_eq!(Reader::new(b"\x02a\n").short_text(), None);
        assert_eq!(Reader::new(b"\x03ab").short_text(), None);
    }
}
