//! Frames: any message comes back, and a peer that breaks the order is told
//! which rule it broke.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use floret::wire::frame::{
    Assembler, FrameError, FrameKind, MAX_FRAME_BYTES, MAX_MESSAGE_BYTES, MAX_SNAPSHOT_BYTES, split,
};
use rand_core::Rng;

use crate::wire_samples::{below, ok, seeded};

fn message(n: usize) -> Vec<u8> {
    let mut bytes = vec![0; n];
    seeded(u64::try_from(n).unwrap_or(0)).fill_bytes(&mut bytes);
    bytes
}

fn send(assembler: &mut Assembler, message: &[u8], kind: FrameKind) -> Option<Vec<u8>> {
    let mut got = None;
    for frame in ok(split(message, kind)) {
        assert!(frame.len() <= MAX_FRAME_BYTES);
        assert_eq!(got, None, "whole before the last part");
        got = ok(assembler.push(&frame));
    }
    got
}

#[test]
fn messages_of_every_length_come_back() {
    let assembler = &mut Assembler::default();
    let frame = MAX_FRAME_BYTES;
    let edges = [
        0,
        1,
        100,
        frame - 2,
        frame - 1,
        frame,
        frame + 1,
        2 * frame - 8,
        2 * frame - 7,
        3 * frame,
        MAX_MESSAGE_BYTES,
    ];
    for n in edges {
        let given = message(n);
        assert_eq!(
            send(assembler, &given, FrameKind::Message),
            Some(given),
            "{n}"
        );
    }
    let given = message(MAX_SNAPSHOT_BYTES);
    assert_eq!(send(assembler, &given, FrameKind::Snapshot), Some(given));
}

#[test]
fn a_small_message_costs_one_byte() {
    assert_eq!(ok(split(&message(50), FrameKind::Message))[0].len(), 51);
    assert_eq!(
        ok(split(&message(MAX_FRAME_BYTES - 1), FrameKind::Message)).len(),
        1
    );
    assert_eq!(
        ok(split(&message(MAX_FRAME_BYTES), FrameKind::Message)).len(),
        2
    );
}

#[test]
fn a_message_too_long_is_not_sent() {
    let n_bytes = MAX_MESSAGE_BYTES + 1;
    let given = message(n_bytes);
    assert_eq!(
        split(&given, FrameKind::Message),
        Err(FrameError::MessageTooLong { n_bytes })
    );
    let n_bytes = MAX_SNAPSHOT_BYTES + 1;
    let given = message(n_bytes);
    assert_eq!(
        split(&given, FrameKind::Snapshot),
        Err(FrameError::MessageTooLong { n_bytes })
    );
}

#[test]
fn parts_out_of_order_are_refused() {
    let parts = ok(split(&message(60_000), FrameKind::Message));
    let after = |order: &[usize]| {
        let mut assembler = Assembler::default();
        order
            .iter()
            .map(|&n| assembler.push(&parts[n]))
            .find(Result::is_err)
    };
    assert_eq!(after(&[1]), Some(Err(FrameError::OutOfOrder { found: 1 })));
    assert_eq!(
        after(&[0, 2]),
        Some(Err(FrameError::OutOfOrder { found: 2 }))
    );
    assert_eq!(
        after(&[0, 1, 1]),
        Some(Err(FrameError::OutOfOrder { found: 1 }))
    );
    assert_eq!(after(&[0, 0]), Some(Err(FrameError::Interleaved)));
    assert_eq!(after(&[0, 1, 2, 3]), None);
}

#[test]
fn messages_do_not_interleave() {
    let parts = ok(split(&message(40_000), FrameKind::Message));
    let small = ok(split(b"small", FrameKind::Message));
    let snapshot = ok(split(&message(40_000), FrameKind::Snapshot));
    let assembler = &mut Assembler::default();
    ok(assembler.push(&parts[0]));
    assert_eq!(assembler.push(&small[0]), Err(FrameError::Interleaved));
    assert_eq!(
        assembler.push(&parts[1]),
        Err(FrameError::OutOfOrder { found: 1 }),
        "starts anew"
    );
    assert_eq!(assembler.push(&small[0]), Ok(Some(b"small".to_vec())));
    ok(assembler.push(&parts[0]));
    assert_eq!(assembler.push(&snapshot[1]), Err(FrameError::Interleaved));
}

#[test]
fn a_lying_header_is_refused_before_memory_is_taken() {
    let first = |total: u32, n: usize, kind: u8| {
        let mut frame = vec![1 | kind];
        frame.extend_from_slice(&total.to_be_bytes());
        frame.resize(n, 0);
        Assembler::default().push(&frame)
    };
    let n_bytes = usize::try_from(u32::MAX).unwrap_or(usize::MAX);
    let too_long = Err(FrameError::MessageTooLong { n_bytes });
    assert_eq!(first(u32::MAX, MAX_FRAME_BYTES, 0), too_long);
    assert_eq!(first(u32::MAX, MAX_FRAME_BYTES, 4), too_long);
    assert_eq!(first(100, MAX_FRAME_BYTES, 0), Err(FrameError::WrongLength));
    assert_eq!(first(40_000, 100, 0), Err(FrameError::WrongLength));
    let snapshot_length = Err(FrameError::MessageTooLong { n_bytes: 300_000 });
    assert_eq!(first(300_000, MAX_FRAME_BYTES, 0), snapshot_length);
    assert_eq!(first(300_000, MAX_FRAME_BYTES, 4), Ok(None));
}

#[test]
fn frames_that_mean_nothing_are_refused() {
    let push = |frame: &[u8]| Assembler::default().push(frame);
    assert_eq!(push(&[]), Err(FrameError::Unknown));
    for first in [3, 7, 8, 0x80, 0xff] {
        assert_eq!(push(&[first, 0, 0]), Err(FrameError::Unknown));
    }
    assert_eq!(push(&[1, 0, 0]), Err(FrameError::WrongLength));
    assert_eq!(push(&[2, 0]), Err(FrameError::WrongLength));
    let n_bytes = MAX_FRAME_BYTES + 1;
    assert_eq!(
        push(&vec![0; n_bytes]),
        Err(FrameError::FrameTooLong { n_bytes })
    );
}

#[test]
fn noise_never_panics_an_assembler() {
    let rng = &mut seeded(20);
    let parts = ok(split(&message(60_000), FrameKind::Message));
    let assembler = &mut Assembler::default();
    for _ in 0..100_000 {
        let mut frame = vec![0; usize::try_from(below(rng, 12)).unwrap_or(0)];
        rng.fill_bytes(&mut frame);
        if let Some(first) = frame.first_mut() {
            *first &= 7;
        }
        let _ = assembler.push(&frame);
        if below(rng, 8) == 0 {
            let _ = assembler.push(&parts[usize::try_from(below(rng, 4)).unwrap_or(0)]);
        }
    }
}
