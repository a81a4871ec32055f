//! Four emoji that stand for the list of all keys, to be compared by voice (docs/ballot.md §7).
//! It does not know whose keys they are.

use super::primitive::sha256;
use super::seat::PublicKey;
use crate::order::ascending;

/// Label of the digest over all keys.
const EMOJI_LABEL: &[u8] = b"floret/1/emoji";

/// The four emoji of a set of keys: the same in any order, also when a key is given twice.
pub fn safety_emoji(keys: &[PublicKey]) -> [&'static str; 4] {
    pick(keys).map(|(emoji, _)| emoji)
}

/// The English names of [`safety_emoji`], for reading aloud.
pub fn safety_names(keys: &[PublicKey]) -> [&'static str; 4] {
    pick(keys).map(|(_, name)| name)
}

/// The low six bits of each of the first four bytes of the digest.
fn pick(keys: &[PublicKey]) -> [(&'static str, &'static str); 4] {
    let mut keys = ascending(keys.iter().copied());
    keys.dedup();
    let bytes: Vec<u8> = keys.iter().flat_map(PublicKey::as_bytes).copied().collect();
    let [a, b, c, d, ..] = sha256(&[EMOJI_LABEL, &bytes]);
    [a, b, c, d].map(|byte| {
        EMOJI
            .get(usize::from(byte & 63))
            .copied()
            .unwrap_or_default()
    })
}

/// One code point each, shown in colour without a variation selector, no two alike when named
/// over a bad line. The order is part of the protocol.
const EMOJI: [(&str, &str); 64] = [
    ("🐶", "dog"),
    ("🐱", "cat"),
    ("🐭", "mouse"),
    ("🦁", "lion"),
    ("🐴", "horse"),
    ("🐮", "cow"),
    ("🐷", "pig"),
    ("🐸", "frog"),
    ("🐵", "monkey"),
    ("🐔", "chicken"),
    ("🐧", "penguin"),
    ("🐟", "fish"),
    ("🐙", "octopus"),
    ("🦋", "butterfly"),
    ("🐝", "bee"),
    ("🐢", "turtle"),
    ("🐘", "elephant"),
    ("🐌", "snail"),
    ("🌳", "tree"),
    ("🌵", "cactus"),
    ("🌻", "sunflower"),
    ("🍄", "mushroom"),
    ("🌙", "moon"),
    ("🌞", "sun"),
    ("⭐", "star"),
    ("🌈", "rainbow"),
    ("🔥", "fire"),
    ("⛄", "snowman"),
    ("☔", "umbrella"),
    ("🍎", "apple"),
    ("🍌", "banana"),
    ("🍋", "lemon"),
    ("🍇", "grapes"),
    ("🍓", "strawberry"),
    ("🍒", "cherries"),
    ("🥕", "carrot"),
    ("🌽", "corn"),
    ("🍕", "pizza"),
    ("🧀", "cheese"),
    ("🥚", "egg"),
    ("🍞", "bread"),
    ("🎂", "cake"),
    ("🏠", "house"),
    ("🚗", "car"),
    ("🚲", "bicycle"),
    ("🚂", "train"),
    ("🚀", "rocket"),
    ("⚓", "anchor"),
    ("🔑", "key"),
    ("🔒", "lock"),
    ("🔔", "bell"),
    ("📖", "book"),
    ("📏", "ruler"),
    ("🔨", "hammer"),
    ("⏰", "alarm clock"),
    ("🎁", "gift"),
    ("🎈", "balloon"),
    ("🎸", "guitar"),
    ("🥁", "drum"),
    ("🎺", "trumpet"),
    ("⚽", "football"),
    ("👑", "crown"),
    ("👓", "glasses"),
    ("💎", "diamond"),
];

#[cfg(test)]
mod tests;
