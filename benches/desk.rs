//! What the desk does with five thousand stories, each beside the same done by a bare loop
//! over the data, in one run; `cargo bench --bench desk`. Judges nothing.
#![expect(
    clippy::disallowed_methods,
    reason = "a measurement of real time; the desk itself is told the time"
)]

use std::hint::black_box;
use std::time::Instant;

use csv_core::{ReadFieldResult, Reader};
use floret::desk::event::BacklogEvent;
use floret::desk::{Abilities, Desk, DeskBoot, DeskCtx, DeskEvent, DeskPage};
use floret::exchange;
use floret::saved::{KeptBacklog, KeptStory, story_key, write_backlog, write_story};
use floret::story::{Story, StoryId};
use floret::words::Language;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

/// Stories, and rows of the file.
const N: usize = 5_000;

/// Runs of everything; the median is said.
const RUNS: usize = 15;

/// Rows that a screen holds.
const ROWS: usize = 40;

/// Some day, in ms since 1970.
const NOW: i64 = 1_770_000_000_000;

fn main() {
    println!("{N} stories, medians of {RUNS} runs");
    import();
    search();
    reorder();
}

/// From the bytes of a file to stories, against cutting it into cells.
fn import() {
    let file = file();
    let own = median_ms(|| exchange::read(file.as_bytes(), Some("jira.csv")).rows.len());
    let bare = median_ms(|| cells(file.as_bytes()).len());
    say("read a Jira CSV", own, "its cells as texts", bare);
}

/// From a keystroke to the rows, against looking through the same texts.
fn search() {
    let stories: Vec<Story> = (0..N).map(story).collect();
    let low: Vec<String> = stories.iter().map(low).collect();
    let mut desk = Opened::new(&stories);
    let mut words = ["r", "re", "ref", "refu", "refunds"].iter().cycle();
    let own = median_ms(|| {
        let word = words.next().copied().unwrap_or_default();
        desk.tell(BacklogEvent::Searched(word.to_owned()))
    });
    let mut words = ["r", "re", "ref", "refu", "refunds"].iter().cycle();
    let bare = median_ms(|| {
        let word = words.next().copied().unwrap_or_default();
        let found = low
            .iter()
            .enumerate()
            .filter(|(_, text)| text.contains(word));
        let found: Vec<usize> = found.map(|(at, _)| at).collect();
        let rows = found.iter().filter_map(|at| stories.get(*at)).take(ROWS);
        rows.map(|story| black_box(story.title.clone()).len()).sum()
    });
    say(
        "a keystroke of a search",
        own,
        "contains, over the texts",
        bare,
    );
}

/// From a drop to the rows and the texts to keep, against moving a number in a list and
/// writing the list down.
fn reorder() {
    let stories: Vec<Story> = (0..N).map(story).collect();
    let mut desk = Opened::new(&stories);
    let mut down = (0..N).cycle();
    let own = median_ms(|| {
        let at = down.next().unwrap_or_default();
        let moved = BacklogEvent::Moved {
            story: id(N - 1 - at % ROWS),
            before: Some(id(at % ROWS)),
        };
        desk.tell(moved)
    });
    let mut order: Vec<StoryId> = (0..N).map(id).collect();
    let mut down = (0..N).cycle();
    let bare = median_ms(|| {
        let at = down.next().unwrap_or_default() % ROWS;
        let moved = order.remove(N - 1 - at);
        order.insert(at, moved);
        let texts: Vec<String> = order.iter().map(StoryId::to_string).collect();
        texts.join(" ").len()
    });
    say(
        "a story moved",
        own,
        "a number moved, the list written",
        bare,
    );
}

/// Median time of `RUNS` runs in ms; what comes out is made, whatever it is for.
fn median_ms(mut work: impl FnMut() -> usize) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let from = Instant::now();
            black_box(work());
            from.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(RUNS / 2).copied().unwrap_or_default()
}

fn say(what: &str, own: f64, bare_what: &str, bare: f64) {
    let factor = own / bare;
    println!("  {what}: {own:.2} ms; {bare_what}: {bare:.2} ms ({factor:.1}x)");
}

/// A desk on its list of stories.
struct Opened {
    desk: Desk,
    ctx: DeskCtx,
}

impl Opened {
    fn new(stories: &[Story]) -> Self {
        let mut kept = Vec::new();
        for (at, story) in stories.iter().enumerate() {
            let story = KeptStory {
                story: story.clone().into(),
                ..KeptStory::default()
            };
            kept.push((story_key(id(at)), write_story(&story)));
        }
        let ids: Vec<StoryId> = (0..stories.len()).map(id).collect();
        let mut backlog = KeptBacklog::default();
        backlog.set_order(&ids, NOW);
        let key = String::from("floret.backlog.00000000");
        kept.push((key, write_backlog(&backlog)));
        let boot = DeskBoot {
            page: DeskPage::Backlog,
            language: Language::English,
            kept,
            storage_blocked: false,
            base: String::from("https://floret.example/"),
            abilities: Abilities::default(),
        };
        let mut ctx = DeskCtx::new(ChaCha20Rng::seed_from_u64(1));
        ctx.now_ms = NOW;
        let desk = Desk::open(boot, &mut ctx);
        let mut opened = Self { desk, ctx };
        // What is known of stories is found out in slices, before anybody types.
        for _ in 0..N {
            let is_done = opened
                .desk
                .update(DeskEvent::Tick, &mut opened.ctx)
                .is_empty();
            if is_done {
                break;
            }
        }
        opened
    }

    /// One event, and everything that follows from it: texts to keep, and the view.
    fn tell(&mut self, event: BacklogEvent) -> usize {
        self.ctx.now_ms += 1_000;
        let wishes = self.desk.update(DeskEvent::Backlog(event), &mut self.ctx);
        let view = black_box(self.desk.view());
        wishes.len() + view.notices.len()
    }
}

fn id(at: usize) -> StoryId {
    StoryId(u64::try_from(at).unwrap_or_default() + 1)
}

fn story(at: usize) -> Story {
    let about = ["login", "search", "refunds"].get(at % 3).unwrap_or(&"");
    Story {
        key: format!("ABC-{at}"),
        title: format!("Story {at} about {about}"),
        description: format!("As a customer I want to see {about}, number {at}. ").repeat(8),
        acceptance: String::from("- the list is there\n- it can be sorted"),
        changed_ms: NOW,
        ..Story::default()
    }
}

/// Key, title and description in small letters.
fn low(story: &Story) -> String {
    [story.key.as_str(), &story.title, &story.description]
        .join("\n")
        .to_lowercase()
}

/// The same stories as Jira exports them.
fn file() -> String {
    let mut file = String::from("Summary,Issue key,Issue Type,Status,Labels,Labels,Description\n");
    for at in 0..N {
        let Story {
            key,
            title,
            description,
            ..
        } = story(at);
        let line = format!("{title},{key},Story,To Do,web,,\"{description}\n\n* one\n* two\"\n");
        file.push_str(&line);
    }
    file
}

/// Rows of cells, and nothing made of them.
fn cells(mut bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = Reader::new();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut cell = Vec::new();
    let mut room = [0; 4_096];
    loop {
        let (result, n_in, n_out) = reader.read_field(bytes, &mut room);
        bytes = bytes.get(n_in..).unwrap_or_default();
        cell.extend_from_slice(room.get(..n_out).unwrap_or_default());
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                row.push(String::from_utf8_lossy(&std::mem::take(&mut cell)).into_owned());
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            ReadFieldResult::End => return rows,
        }
    }
}
