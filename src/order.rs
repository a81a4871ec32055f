//! Short lists in order, with little code: a table has some dozen seats, never thousands.
//! Knows nothing of ours.

use core::fmt;
use core::marker::PhantomData;

use litemap::LiteMap;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// The items, ascending; equal ones stay as they came.
///
/// ```
/// assert_eq!(floret::order::ascending([5, 3, 8, 3]), [3, 3, 5, 8]);
/// ```
pub fn ascending<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for item in items {
        let at = list.partition_point(|other| *other <= item);
        list.insert(at, item);
    }
    list
}

/// Puts an item into an ascending list, unless it is there; tells whether it was not.
///
/// ```
/// let mut list = vec![3, 8];
/// assert!(floret::order::put(&mut list, 5));
/// assert!(!floret::order::put(&mut list, 8));
/// assert_eq!(list, [3, 5, 8]);
/// ```
pub fn put<T: Ord>(list: &mut Vec<T>, item: T) -> bool {
    let place = list.binary_search(&item);
    if let Err(at) = place {
        list.insert(at, item);
    }
    place.is_err()
}

/// A map of these pairs; of two with the same key the later one stands.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> LiteMap<K, V> {
    let mut map = LiteMap::new_vec();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// Reads a map that a peer has written: `#[serde(deserialize_with = "…")]`.
///
/// `LiteMap`'s own reading reserves as much as the writer claims there is, so that
/// five bytes could ask for all the memory of the page; this one grows as it reads.
///
/// # Errors
/// When a key or a value cannot be read.
pub fn read_map<'de, K, V, D>(source: D) -> Result<LiteMap<K, V>, D::Error>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
    D: Deserializer<'de>,
{
    // In JSON a map whose keys are no texts is a list of pairs.
    if source.is_human_readable() {
        source.deserialize_any(Pairs(PhantomData))
    } else {
        source.deserialize_map(Pairs(PhantomData))
    }
}

struct Pairs<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for Pairs<K, V>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    type Value = LiteMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Self::Value, A::Error> {
        let mut map = LiteMap::new_vec();
        while let Some((key, value)) = pairs.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut pairs: A) -> Result<Self::Value, A::Error> {
        let mut map = LiteMap::new_vec();
        while let Some((key, value)) = pairs.next_element()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Serialize, serde::Deserialize)]
    struct Holder(#[serde(deserialize_with = "read_map")] LiteMap<u32, u8>);

    #[test]
    fn a_map_that_claims_to_be_huge_is_refused_without_reserving_for_it() {
        let claim = [0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1];
        assert!(postcard::from_bytes::<Holder>(&claim).is_err());
    }

    #[test]
    fn a_map_comes_back_from_json_whatever_its_keys_are() {
        for given in [map([]), map([(9, 1), (2, 7)])] {
            let text = serde_json::to_string(&Holder(given.clone())).unwrap();
            assert_eq!(serde_json::from_str::<Holder>(&text).unwrap().0, given);
        }
        assert_eq!(
            serde_json::from_str::<Holder>("[[9,1],[2,7]]").unwrap().0,
            map([(2, 7), (9, 1)])
        );
    }

    #[test]
    fn a_map_is_read_as_it_was_written_and_put_in_order() {
        let bytes = postcard::to_allocvec(&Holder(map([(9, 1), (2, 7)]))).unwrap();
        assert_eq!(bytes, [2, 2, 7, 9, 1]);
        let read = postcard::from_bytes::<Holder>(&[2, 9, 1, 2, 7]).unwrap();
        assert_eq!(read.0, map([(2, 7), (9, 1)]));
    }
}
