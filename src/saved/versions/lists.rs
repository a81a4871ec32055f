//! Lists of which each item has a name, a place and a time of its own, so that two tabs
//! that add, change and remove at once lose nothing.

use serde_json::Value;

use super::{FAR, Moment};

/// Name, place (none: it was removed), and time in ms since 1970 of each item: those that
/// are there in the order of the list, then those that went.
pub(super) type Marks = Vec<Mark>;

/// Of one item.
pub(super) type Mark = (i64, Option<i64>, i64);

/// Between two neighbours whose places were given in one go.
const STEP: i64 = 1 << 16;

/// Removed items that are remembered with one list.
const MAX_GONE: usize = 100;

/// Bits of a name that tell items of one moment apart.
const NAME_BITS: u32 = 10;

/// Whether all of it can be times and places.
pub(super) fn are_fine(marks: &Marks) -> bool {
    marks.iter().all(|(id, place, ms)| {
        let place = place.unwrap_or_default();
        [*id, *ms].iter().all(|one| (0..FAR).contains(one)) && (-FAR..FAR).contains(&place)
    })
}

/// An item with its mark.
#[derive(Clone)]
struct Item<'a> {
    id: i64,
    place: i64,
    ms: i64,
    value: Option<&'a Value>,
}

/// The items of a list, also those that went. Marks that do not fit the list, or none,
/// are as good as those of a list that was never changed: named by their numbers.
fn marked<'a>(items: &'a [Value], marks: Option<&Marks>) -> Vec<Item<'a>> {
    let there = |mark: &&Mark| mark.1.is_some();
    let fitting = marks.filter(|marks| marks.iter().filter(there).count() == items.len());
    let Some(marks) = fitting else {
        let places = (0..).map(|n| (n, (n + 1) * STEP));
        let item = |(value, (id, place))| Item {
            id,
            place,
            ms: 0,
            value: Some(value),
        };
        return items.iter().zip(places).map(item).collect();
    };
    let mut values = items.iter();
    let item = |(id, place, ms): &Mark| Item {
        id: *id,
        place: place.unwrap_or_default(),
        ms: *ms,
        value: place.and_then(|_| values.next()),
    };
    marks.iter().map(item).collect()
}

fn mark(item: &Item<'_>) -> Mark {
    (item.id, item.value.map(|_| item.place), item.ms)
}

/// Brings two lists together; no marks, if neither was ever changed.
pub(super) fn merge(
    mine: (&[Value], Option<&Marks>),
    theirs: (&[Value], Option<&Marks>),
) -> (Vec<Value>, Option<Marks>) {
    let mut all = marked(mine.0, mine.1);
    for other in marked(theirs.0, theirs.1) {
        match all.iter_mut().find(|one| one.id == other.id) {
            Some(one) if weight(one) < weight(&other) => *one = other,
            Some(_) => {}
            None => all.push(other),
        }
    }
    all.sort_by_key(|item| (item.value.is_none(), item.place, item.id));
    let list = all.iter().filter_map(|item| item.value.cloned()).collect();
    let is_marked = mine.1.is_some() || theirs.1.is_some();
    let marks = is_marked.then(|| all.iter().map(mark).collect());
    (list, marks)
}

/// What is newer weighs more; of one time the same weighs more on every side.
fn weight(item: &Item<'_>) -> (i64, bool, i64, String) {
    let text = item.value.map(Value::to_string);
    let is_there = text.is_some();
    (item.ms, is_there, item.place, text.unwrap_or_default())
}

/// The marks of a list after a change. Items that stayed the same keep their names, and
/// so do those that were changed where they stand.
pub(super) fn carry(old: &[Value], marks: Option<&Marks>, new: &[Value], moment: Moment) -> Marks {
    let known = marked(old, marks);
    let (there, gone): (Vec<_>, Vec<_>) = known.into_iter().partition(|one| one.value.is_some());
    let n_before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - n_before;
    let backwards = old.iter().rev().zip(new.iter().rev()).take(rest);
    let n_after = backwards.take_while(|(a, b)| a == b).count();
    let first = there.get(..n_before).unwrap_or_default();
    let between = there.get(n_before..old.len() - n_after).unwrap_or_default();
    let last = there.get(old.len() - n_after..).unwrap_or_default();
    let values = new.get(n_before..new.len() - n_after).unwrap_or_default();

    let mut left: Vec<Item<'_>> = between.to_vec();
    let is_in_place = between.len() == values.len();
    let mut all = first.to_vec();
    for (n, value) in values.iter().enumerate() {
        let found = left.iter().position(|one| one.value == Some(value));
        let found = found.or_else(|| {
            // Typed in where it stands.
            let here = between.get(n).filter(|_| is_in_place)?;
            let is_moved = values.iter().any(|other| Some(other) == here.value);
            left.iter().position(|one| one.id == here.id && !is_moved)
        });
        let carried = found.map(|at| left.remove(at));
        let id = carried
            .as_ref()
            .map_or_else(|| name(moment, n), |one| one.id);
        let place = between.get(n).filter(|_| is_in_place);
        let above = all.last().map_or(0, |one| one.place);
        let below = last.first().map_or(above + 2 * STEP, |one| one.place);
        let place = place.map_or(above + (below - above) / 2, |one| one.place);
        all.push(Item {
            id,
            place,
            ms: moment.ms,
            value: Some(value),
        });
    }
    all.extend(last.iter().cloned());
    if !all.is_sorted_by(|one, other| one.place < other.place) {
        for (item, n) in all.iter_mut().zip(1..) {
            (item.place, item.ms) = (n * STEP, moment.ms);
        }
    }
    let went = left.into_iter().map(|one| Item {
        ms: moment.ms,
        value: None,
        ..one
    });
    let went = went.chain(gone).take(MAX_GONE);
    all.extend(went.collect::<Vec<_>>());
    // In the order in which a list that was brought together has them.
    all.sort_by_key(|item| (item.value.is_none(), item.place, item.id));
    all.iter()
        .map(|item| {
            let (id, place, ms) = mark(item);
            (id, place, ms)
        })
        .collect()
}

fn name(moment: Moment, n: usize) -> i64 {
    let n = i64::try_from(n).unwrap_or_default() + i64::from(moment.salt);
    (moment.ms << NAME_BITS) + n % (1 << NAME_BITS)
}

/// Takes the change from `was` to `became` back in a list that changed since.
pub(super) fn revert(was: &[Value], became: &[Value], is: &[Value]) -> Vec<Value> {
    let mut list = is.to_vec();
    list.retain(|item| was.contains(item) || !became.contains(item));
    let mut at = 0;
    for item in was {
        if let Some(place) = list.iter().position(|one| one == item) {
            at = place + 1;
        } else if !became.contains(item) {
            list.insert(at.min(list.len()), item.clone());
            at += 1;
        }
    }
    list
}
