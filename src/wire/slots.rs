//! The table of slots in invites and replies: what all slots share is written
//! once (`docs/wire.md` §5). Chromium hides one machine behind one name for
//! all connections of a tab, Firefox behind one name for each.

use super::bytes::Reader;
use super::candidate::{Candidate, MAX_CANDIDATES, select};
use super::code::EncodeError;
use super::credentials::{Credentials, Shape};
use crate::order::ascending;

/// Most slots of one code. Eight are usual; more make the link long.
pub const MAX_SLOTS: usize = 16;
/// In place of the number of own candidates: each slot has a list of its own.
const RAGGED: u8 = 15;

/// One connection that waits for its other half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which connection of the host it is, counted modulo 256. No two slots
    /// of one code have the same.
    pub serial: u8,
    /// Made by the browser for this connection alone.
    pub credentials: Credentials,
    /// A set: [`select`] is what travels, and what comes back is ascending.
    pub candidates: Vec<Candidate>,
}

/// A slot while it is written: its candidates fall in two parts.
struct Split<'a> {
    slot: &'a Slot,
    shared_ports: Vec<u16>,
    own: Vec<Candidate>,
}

/// Appends the table.
pub(super) fn write(slots: &[Slot], out: &mut Vec<u8>) -> Result<(), EncodeError> {
    check(slots)?;
    let shape = common_shape(slots);
    let chosen: Vec<_> = slots.iter().map(|slot| select(&slot.candidates)).collect();
    let shared = shared_places(&chosen);
    let splits: Vec<_> = slots
        .iter()
        .zip(chosen)
        .map(|(slot, list)| split(slot, list, &shared))
        .collect();
    let own_tags = common_own_tags(&splits);

    let n_slots = u8::try_from(slots.len().saturating_sub(1)).unwrap_or(u8::MAX);
    out.push(n_slots << 4 | shape.tag());
    out.push(count(&shared) << 4 | own_tags.as_ref().map_or(RAGGED, |tags| count(tags)));
    for place in &shared {
        out.extend(place.tag());
        place.write_address(out);
    }
    out.extend(own_tags.iter().flatten());
    for part in &splits {
        write_slot(part, shape, own_tags.is_none(), out);
    }
    Ok(())
}

fn write_slot(part: &Split<'_>, shape: Shape, ragged: bool, out: &mut Vec<u8>) {
    out.push(part.slot.serial);
    let fits = part.slot.credentials.write(shape, out);
    debug_assert!(fits, "the shape was chosen to fit every slot");
    for port in &part.shared_ports {
        out.extend_from_slice(&port.to_be_bytes());
    }
    if ragged {
        out.push(count(&part.own));
    }
    for candidate in &part.own {
        if ragged {
            out.extend(candidate.tag());
        }
        candidate.write_address(out);
        out.extend_from_slice(&candidate.port.to_be_bytes());
    }
}

/// Reads the table; `None` if it is not one.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Vec<Slot>> {
    let head = reader.u8()?;
    let n_slots = usize::from(head >> 4) + 1;
    let shape = Shape::from_tag(head & 0x0f)?;
    let layout = reader.u8()?;
    let (n_shared, n_own) = (usize::from(layout >> 4), layout & 0x0f);
    if n_shared > MAX_CANDIDATES {
        return None;
    }
    let mut shared = Vec::with_capacity(n_shared);
    for _ in 0..n_shared {
        let tag = reader.u8()?;
        shared.push(Candidate::read_address(tag, reader)?);
    }
    let own_tags = match n_own {
        RAGGED => None,
        n => Some(reader.take(usize::from(n))?),
    };
    let mut slots: Vec<Slot> = Vec::with_capacity(n_slots);
    for _ in 0..n_slots {
        let slot = read_slot(reader, shape, &shared, own_tags)?;
        if slots.iter().any(|other| other.serial == slot.serial) {
            return None;
        }
        slots.push(slot);
    }
    Some(slots)
}

fn read_slot(
    reader: &mut Reader<'_>,
    shape: Shape,
    shared: &[Candidate],
    own_tags: Option<&[u8]>,
) -> Option<Slot> {
    let serial = reader.u8()?;
    let credentials = Credentials::read(shape, reader)?;
    let mut candidates = Vec::with_capacity(MAX_CANDIDATES);
    for place in shared {
        candidates.push(Candidate {
            port: reader.u16()?,
            ..place.clone()
        });
    }
    let n_own = own_tags.map_or_else(|| reader.u8().map(usize::from), |tags| Some(tags.len()))?;
    if n_own + shared.len() > MAX_CANDIDATES {
        return None;
    }
    for n in 0..n_own {
        let tag = own_tags.map_or_else(|| reader.u8(), |tags| tags.get(n).copied())?;
        let place = Candidate::read_address(tag, reader)?;
        candidates.push(Candidate {
            port: reader.u16()?,
            ..place
        });
    }
    if candidates.iter().any(|candidate| candidate.tag().is_none()) {
        return None;
    }
    let mut candidates = ascending(candidates);
    candidates.dedup();
    Some(Slot {
        serial,
        credentials,
        candidates,
    })
}

fn check(slots: &[Slot]) -> Result<(), EncodeError> {
    if slots.is_empty() || slots.len() > MAX_SLOTS {
        return Err(EncodeError::SlotCount {
            n_slots: slots.len(),
        });
    }
    for (n, slot) in slots.iter().enumerate() {
        let serial = slot.serial;
        if slots.iter().take(n).any(|other| other.serial == serial) {
            return Err(EncodeError::DoubleSerial { serial });
        }
        if !slot.credentials.is_valid() {
            return Err(EncodeError::Credentials { serial });
        }
        if slot
            .candidates
            .iter()
            .any(|candidate| candidate.tag().is_none())
        {
            return Err(EncodeError::Candidate { serial });
        }
    }
    Ok(())
}

/// The shape of all credentials if they agree, else the one that fits any.
fn common_shape(slots: &[Slot]) -> Shape {
    let mut shapes = slots.iter().map(|slot| slot.credentials.shape());
    let first = shapes.next().unwrap_or(Shape::Text);
    if shapes.all(|shape| shape == first) {
        first
    } else {
        Shape::Text
    }
}

/// Kinds and addresses that every slot has, ports aside. One that a slot has
/// twice counts twice.
fn shared_places(chosen: &[Vec<Candidate>]) -> Vec<Candidate> {
    let mut lists = chosen.iter();
    let mut shared = lists.next().cloned().unwrap_or_default();
    for list in lists {
        let mut rest = list.clone();
        shared.retain(|place| take_port(&mut rest, place).is_some());
    }
    shared
}

fn split<'a>(slot: &'a Slot, chosen: Vec<Candidate>, shared: &[Candidate]) -> Split<'a> {
    let mut own = chosen;
    let shared_ports = shared
        .iter()
        .filter_map(|place| take_port(&mut own, place))
        .collect();
    Split {
        slot,
        shared_ports,
        own,
    }
}

/// Takes the first candidate of this kind and address out of the list.
fn take_port(list: &mut Vec<Candidate>, place: &Candidate) -> Option<u16> {
    let same = |other: &Candidate| other.kind == place.kind && other.address == place.address;
    let at = list.iter().position(same)?;
    Some(list.remove(at).port)
}

/// The tags of the own candidates, if all slots have the same sequence.
fn common_own_tags(splits: &[Split<'_>]) -> Option<Vec<u8>> {
    let mut sequences = splits.iter().map(|part| {
        part.own
            .iter()
            .filter_map(Candidate::tag)
            .collect::<Vec<u8>>()
    });
    let first = sequences.next()?;
    sequences.all(|tags| tags == first).then_some(first)
}

/// Lists here have [`MAX_CANDIDATES`] entries at most.
fn count<T>(list: &[T]) -> u8 {
    u8::try_from(list.len()).unwrap_or(u8::MAX)
}
