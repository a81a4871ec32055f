//! Several people type into one text; the host's order decides, nothing typed is lost, not
//! even with the page it was typed on.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use std::collections::VecDeque;

use floret::meeting::{
    Act, Draft, Edit, History, Meeting, Part, PersonId, Place, Topic, TopicField, TopicId, Typed,
    carry_caret,
};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// WebAssembly without optimisation has time for fewer.
const N_SEEDS: u64 = if cfg!(target_arch = "wasm32") {
    60
} else {
    300
};

const PLACE: Place = Place::Topic(TopicId(0), TopicField::Acceptance);

/// One who types, and what is on the way to and from the host.
struct Typist {
    me: PersonId,
    seen: Meeting,
    draft: Draft,
    /// What a page that is loaded anew finds, and what was typed since and not sent.
    kept: Option<Draft>,
    loose: Vec<char>,
    /// The page was loaded anew and does not know all of the table yet.
    is_behind: bool,
    up: VecDeque<(u32, u32, Edit)>,
    down: VecDeque<(PersonId, Act)>,
}

struct Desk {
    meeting: Meeting,
    history: History,
    typists: Vec<Typist>,
}

fn meeting(text: &str) -> Meeting {
    Meeting {
        topics: vec![Topic {
            acceptance: Typed::of(text),
            ..Topic::default()
        }],
        ..Meeting::default()
    }
}

fn text(meeting: &Meeting) -> &Typed {
    meeting.typed(PLACE).unwrap()
}

impl Desk {
    fn new(start: &str, n_typists: u32) -> Self {
        let meeting = meeting(start);
        let typist = |me| Typist {
            me: PersonId(me),
            draft: Draft::new(text(&meeting)),
            kept: None,
            loose: Vec::new(),
            is_behind: false,
            seen: meeting.clone(),
            up: VecDeque::new(),
            down: VecDeque::new(),
        };
        Self {
            typists: (1..=n_typists).map(typist).collect(),
            meeting,
            history: History::default(),
        }
    }

    /// The typist's page looks at the table and sends what is due.
    fn look(&mut self, at: usize) {
        let typist = &mut self.typists[at];
        typist.draft.follow(text(&typist.seen), typist.me);
        if typist.up.is_empty() && typist.down.is_empty() {
            typist.is_behind = false;
            typist.draft.give_up_sent();
        }
        if typist.draft.is_taken() {
            typist.kept = None;
        }
        if typist.is_behind {
            return;
        }
        if let Some(next) = typist.draft.next(text(&typist.seen), typist.me) {
            typist.up.push_back(next);
            typist.loose.clear();
            // What is kept never says less than what was sent.
            typist.kept = typist.kept.take().map(|_| typist.draft.clone());
        }
    }

    fn keep(&mut self, at: usize) {
        let typist = &mut self.typists[at];
        typist.kept = Some(typist.draft.clone());
        typist.loose.clear();
    }

    /// The page is loaded anew; answers with what was typed in vain.
    fn reload(&mut self, at: usize) -> Vec<char> {
        let typist = &mut self.typists[at];
        let fresh = || Draft::new(text(&typist.seen));
        typist.draft = typist.kept.clone().unwrap_or_else(fresh);
        assert!(typist.draft.is_whole());
        typist.is_behind = true;
        std::mem::take(&mut typist.loose)
    }

    fn host_hears(&mut self, at: usize) {
        let Some((rev, number, edit)) = self.typists[at].up.pop_front() else {
            return;
        };
        let me = self.typists[at].me;
        let edit = self
            .history
            .carry(PLACE, text(&self.meeting), rev, edit)
            .unwrap();
        self.history.note(PLACE, edit.clone());
        let act = Act::Type {
            place: PLACE,
            rev: text(&self.meeting).rev,
            number,
            edit,
        };
        self.meeting.apply(me, &act, 0);
        for typist in &mut self.typists {
            typist.down.push_back((me, act.clone()));
        }
    }

    fn typist_hears(&mut self, at: usize) {
        let typist = &mut self.typists[at];
        if let Some((who, act)) = typist.down.pop_front() {
            typist.seen.apply(who, &act, 0);
        }
    }

    fn settle(&mut self) {
        while self
            .typists
            .iter()
            .any(|one| !one.draft.is_taken() || !one.up.is_empty() || !one.down.is_empty())
        {
            for at in 0..self.typists.len() {
                self.look(at);
                self.host_hears(at);
                self.typist_hears(at);
            }
        }
        for at in 0..self.typists.len() {
            self.look(at);
        }
    }
}

#[test]
fn whatever_is_typed_at_once_ends_the_same_everywhere_and_whole() {
    for seed in 0..N_SEEDS {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let mut below = |n: usize| usize::try_from(rng.next_u32()).unwrap() % n;
        let n_typists = 2 + below(4);
        let mut desk = Desk::new("Given ä user — 🌱", u32::try_from(n_typists).unwrap());
        let mut words = Vec::new();
        for step in 0..120u32 {
            let at = below(n_typists);
            match below(5) {
                0 | 1 => {
                    // Only put in, each once: all of them must be there in the end.
                    let word = char::from_u32(0xe000 + step).unwrap();
                    let mine: Vec<char> = desk.typists[at].draft.text().chars().collect();
                    let (head, tail) = mine.split_at(below(mine.len() + 1));
                    let head: String = head.iter().collect();
                    let tail: String = tail.iter().collect();
                    desk.typists[at].draft.write(&format!("{head}{word}{tail}"));
                    words.push(word);
                }
                2 => desk.look(at),
                3 => desk.host_hears(at),
                _ => desk.typist_hears(at),
            }
        }
        desk.settle();
        let end = text(&desk.meeting).text.clone();
        for typist in &desk.typists {
            assert_eq!(typist.draft.text(), end, "seed {seed}");
            assert_eq!(text(&typist.seen), text(&desk.meeting), "seed {seed}");
        }
        for word in words {
            assert!(
                end.contains(word),
                "seed {seed}: {word:?} is gone from {end}"
            );
        }
    }
}

#[test]
fn pages_that_are_loaded_anew_say_nothing_twice_and_lose_nothing_they_kept() {
    for seed in 0..N_SEEDS {
        let mut rng = ChaCha20Rng::seed_from_u64(2_000 + seed);
        let mut below = |n: usize| usize::try_from(rng.next_u32()).unwrap() % n;
        let mut desk = Desk::new("abc", 3);
        let mut words = Vec::new();
        let mut in_vain = Vec::new();
        for step in 0..200u32 {
            let at = below(3);
            match below(12) {
                0..=3 => {
                    let word = char::from_u32(0xe000 + step).unwrap();
                    let mine: Vec<char> = desk.typists[at].draft.text().chars().collect();
                    let (head, tail) = mine.split_at(below(mine.len() + 1));
                    let text: String = head.iter().chain([&word]).chain(tail).collect();
                    desk.typists[at].draft.write(&text);
                    desk.typists[at].loose.push(word);
                    words.push(word);
                }
                4 | 5 => desk.look(at),
                6 | 7 => desk.host_hears(at),
                8 | 9 => desk.typist_hears(at),
                10 => desk.keep(at),
                _ => in_vain.extend(desk.reload(at)),
            }
        }
        desk.settle();
        let end = text(&desk.meeting).text.clone();
        for typist in &desk.typists {
            assert_eq!(typist.draft.text(), end, "seed {seed}");
        }
        for word in words {
            let n = usize::from(!in_vain.contains(&word));
            assert_eq!(end.matches(word).count(), n, "seed {seed}: {word:?}");
        }
    }
}

#[test]
fn any_edits_at_once_end_the_same_everywhere() {
    for seed in 0..N_SEEDS {
        let mut rng = ChaCha20Rng::seed_from_u64(1_000 + seed);
        let mut below = |n: usize| usize::try_from(rng.next_u32()).unwrap() % n;
        let mut desk = Desk::new("one two three four", 3);
        for _ in 0..100 {
            let at = below(3);
            match below(5) {
                0 | 1 => {
                    let mine: Vec<char> = desk.typists[at].draft.text().chars().collect();
                    let from = below(mine.len() + 1);
                    let to = (from + below(6)).min(mine.len());
                    let put = ["", "x", "ß", "🌿🌿", "zwei"][below(5)];
                    let head: String = mine[..from].iter().collect();
                    let tail: String = mine[to..].iter().collect();
                    let text = format!("{head}{put}{tail}");
                    desk.typists[at].draft.write(&text);
                }
                2 => desk.look(at),
                3 => desk.host_hears(at),
                _ => desk.typist_hears(at),
            }
        }
        desk.settle();
        for typist in &desk.typists {
            assert_eq!(typist.draft.text(), text(&desk.meeting).text, "seed {seed}");
        }
    }
}

#[test]
fn an_edit_for_another_text_is_refused() {
    let typed = Typed::of("abc");
    let history = History::default();
    let lies = [
        vec![Part::Keep(4)],
        vec![Part::Keep(u32::MAX), Part::Keep(4)],
        vec![Part::Remove(u32::MAX), Part::Remove(u32::MAX)],
        vec![Part::Insert("x".repeat(9))],
        vec![],
    ];
    for lie in lies {
        let carried = history.carry(PLACE, &typed, 0, Edit(lie.clone()));
        assert_eq!(carried, None, "{lie:?}");
        let mut meeting = meeting("abc");
        let act = Act::Type {
            place: PLACE,
            rev: 0,
            number: 1,
            edit: Edit(lie),
        };
        meeting.apply(PersonId(1), &act, 0);
        assert_eq!(text(&meeting).text, "abc");
    }
    let late = Edit::between("abc", "abcd");
    assert_eq!(history.carry(PLACE, &typed, 1, late), None);
}

#[test]
fn what_did_not_arrive_is_sent_again_as_it_reads_then() {
    let me = PersonId(1);
    let typed = Typed::of("a");
    let mut draft = Draft::new(&typed);
    draft.write("ab");
    assert!(draft.next(&typed, me).is_some());
    draft.write("abc");
    assert_eq!(draft.next(&typed, me), None);
    draft.give_up_sent();
    let again = draft.next(&typed, me);
    assert_eq!(again, Some((0, 1, Edit::between("a", "abc"))));
}

#[test]
fn words_put_into_many_places_are_all_taken() {
    let me = PersonId(1);
    let mut meeting = meeting(&"one ".repeat(100));
    let mut draft = Draft::new(text(&meeting));
    for n in 0..100 {
        draft.write(&draft.text().replacen("one", &format!("{n}."), 1));
    }
    let wanted = draft.text().to_owned();
    let (rev, number, edit) = draft.next(text(&meeting), me).unwrap();
    let act = Act::Type {
        place: PLACE,
        rev,
        number,
        edit,
    };
    assert!(meeting.fits(&act));
    meeting.apply(me, &act, 0);
    draft.follow(text(&meeting), me);
    assert!(draft.is_taken());
    assert_eq!(text(&meeting).text, wanted);
}

#[test]
fn on_another_seat_the_words_stay_and_are_sent_once() {
    let (old, new) = (PersonId(2), PersonId(1));
    for is_taken in [true, false] {
        let mut table = meeting("abc");
        let mut draft = Draft::new(text(&table));
        draft.write("abcd");
        let (rev, number, edit) = draft.next(text(&table), old).unwrap();
        draft.write("abcde");
        let place = PLACE;
        let sent = Act::Type {
            place,
            rev,
            number,
            edit,
        };
        // Whoever sat on the new seat before has typed more often.
        for (number, now) in [(1, "xabc"), (2, "xyabc")] {
            let edit = Edit::between(&text(&table).text, now);
            let act = Act::Type {
                place,
                rev: 0,
                number,
                edit,
            };
            if is_taken && number == 1 {
                table.apply(old, &sent, 0);
            }
            if !is_taken {
                table.apply(new, &act, 0);
            }
        }
        draft.leave_seat(text(&table), old);
        let (_, number, edit) = draft.next(text(&table), new).unwrap();
        assert_eq!(number, text(&table).seen(new) + 1);
        let all = edit.apply(&text(&table).text).unwrap();
        assert_eq!(all, if is_taken { "abcde" } else { "xyabcde" });
    }
}

#[test]
fn a_caret_stays_at_its_words() {
    let table = [
        ("one two", "zero one two", 4, 9),
        ("one two", "one two three", 4, 4),
        ("one two", "one 2", 7, 5),
        ("one 🌱 two", "🌱 one 🌱 two", 7, 10),
        ("one two", "one two", 3, 3),
        ("", "abc", 0, 0),
        ("abc", "", 2, 0),
        ("one two three", "one three", 6, 5),
    ];
    for (before, after, caret, moved) in table {
        let carried = carry_caret(before, after, caret);
        assert_eq!(carried, moved, "{before:?} -> {after:?} at {caret}");
    }
}
