//! What is typed into texts of the meeting, until the table has it: sent while there is a
//! link, carried over what others type meanwhile, and kept in this browser over a reload.

use litemap::LiteMap;

use crate::meeting::{Act, Draft, Meeting, PersonId, Place};
use crate::room::{Intent, Link};
use crate::saved::{Kept, KeptTyped, MAX_TYPED, TYPED_PREFIX, read_typed, typed_key, write_typed};

use super::ctx::Ctx;
use super::prefs::Prefs;
use super::returning::{DATED_TO_MS, is_recent};
use super::stage::{App, Stage};
use super::view::Stop;

/// A host that could not take its own edit tries again after this time, in ms.
const RETRY_MS: i64 = 3_000;

/// What is typed is kept at most this often, in ms.
const KEEP_EVERY_MS: i64 = 1_000;

/// What is typed at this screen.
#[derive(Debug, Default)]
pub(super) struct Typing {
    /// Each text that is in hand, and when it was sent last.
    drafts: LiteMap<Place, (Draft, i64)>,
    /// In which meeting, on which seat.
    whose: Option<(u64, PersonId)>,
    /// What an earlier page of this seat had in hand is here.
    is_back: bool,
    /// Something is kept under this key.
    kept: Option<String>,
    /// When it was kept last.
    kept_ms: i64,
    /// What is kept says that something is not sent which now is: after a reload it would be
    /// sent twice.
    is_outdated: bool,
}

impl Typing {
    /// Each text as it reads here.
    pub(super) fn texts(&self) -> Vec<(Place, String)> {
        let drafts = self.drafts.iter();
        drafts
            .map(|(place, (draft, _))| (*place, draft.text().to_owned()))
            .collect()
    }
}

impl Prefs {
    /// What was typed at seats that are long left.
    pub(super) fn forget_old_typed(&mut self, ctx: &mut Ctx) {
        for key in self.keys(TYPED_PREFIX) {
            let is_good = match self.text(&key).map(read_typed) {
                Some(Kept::Fine(kept)) => is_recent(kept.at_ms, ctx.now_ms),
                Some(Kept::Newer) => true,
                // It was set aside.
                Some(Kept::Damaged) | None => false,
            };
            if !is_good {
                self.forget(&key, ctx);
            }
        }
    }
}

impl App {
    /// Somebody types here.
    pub(super) fn typed(&mut self, place: Place, text: &str, ctx: &mut Ctx) {
        let Some(typed) = self.held_meeting().and_then(|meeting| meeting.typed(place)) else {
            return;
        };
        let fresh = Draft::new(typed);
        let drafts = &mut self.at_meeting.typing.drafts;
        if drafts.get(&place).is_none() && drafts.len() >= MAX_TYPED {
            return;
        }
        let (draft, _) = drafts.entry(place).or_insert((fresh, ctx.now_ms));
        draft.write(text);
    }

    /// The meeting at this table.
    pub(super) fn held_meeting(&self) -> Option<&Meeting> {
        self.table().and_then(|table| table.meeting.as_deref())
    }

    /// Once per update: what is typed goes on its way, what others did comes in.
    pub(super) fn follow_typing(&mut self, ctx: &mut Ctx) {
        self.mind_seat(ctx);
        self.take_typed_back();
        let acts = self.due_edits(ctx.now_ms);
        let has_sent = !acts.is_empty();
        for act in acts {
            self.want(|_, _| Intent::Meet(act), ctx);
        }
        if has_sent && matches!(self.stage, Stage::Hosting(_)) {
            self.take_in_own();
        }
    }

    /// The edits that can be sent now.
    fn due_edits(&mut self, now_ms: i64) -> Vec<Act> {
        let mut drafts = std::mem::take(&mut self.at_meeting.typing.drafts);
        let is_host = matches!(self.stage, Stage::Hosting(_));
        let me = PersonId(self.me().0);
        let mut acts = Vec::new();
        if let Some(meeting) = self.held_meeting() {
            let may_send = self.may_type(now_ms) && !meeting.is_over();
            for (place, (draft, sent_ms)) in drafts.iter_mut() {
                let Some(typed) = meeting.typed(*place) else {
                    continue;
                };
                if !may_send && draft.is_newer_than(typed) {
                    continue;
                }
                draft.follow(typed, me);
                if !may_send {
                    continue;
                }
                // Nothing waits and nothing is missing: what is not there now was not taken.
                if draft.is_sent() {
                    if is_host && now_ms.saturating_sub(*sent_ms) < RETRY_MS {
                        continue;
                    }
                    draft.give_up_sent();
                }
                if let Some((rev, number, edit)) = draft.next(typed, me) {
                    *sent_ms = now_ms;
                    acts.push(Act::Type {
                        place: *place,
                        rev,
                        number,
                        edit,
                    });
                }
            }
        }
        drafts.retain(|_, (draft, _)| !draft.is_taken());
        self.at_meeting.typing.drafts = drafts;
        self.at_meeting.typing.is_outdated |= !acts.is_empty();
        acts
    }

    /// The host's own edits are made at once.
    fn take_in_own(&mut self) {
        let me = PersonId(self.me().0);
        let mut drafts = std::mem::take(&mut self.at_meeting.typing.drafts);
        if let Some(meeting) = self.held_meeting() {
            for (place, (draft, _)) in drafts.iter_mut() {
                if let Some(typed) = meeting.typed(*place) {
                    draft.follow(typed, me);
                }
            }
            drafts.retain(|_, (draft, _)| !draft.is_taken());
        }
        self.at_meeting.typing.drafts = drafts;
    }

    /// Edits go one after the other: what waits may be an edit of the same text.
    fn may_type(&self, now_ms: i64) -> bool {
        match &self.stage {
            Stage::Hosting(hosting) => !hosting.host.is_holding(),
            Stage::Seated(seated) => {
                seated.guest.link(now_ms) != Link::Lost && seated.guest.is_caught_up()
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => false,
        }
    }

    /// The seat may be another one since last time, and so may the meeting.
    fn mind_seat(&mut self, ctx: &mut Ctx) {
        let me = PersonId(self.me().0);
        let Some(whose) = self.held_meeting().map(|meeting| (meeting.id, me)) else {
            return;
        };
        let before = self.at_meeting.typing.whose;
        if before == Some(whose) {
            return;
        }
        self.forget_typed(ctx);
        let mut drafts = std::mem::take(&mut self.at_meeting.typing.drafts);
        let from = before.filter(|(id, _)| *id == whose.0);
        match (from, self.held_meeting()) {
            (Some((_, from)), Some(meeting)) => {
                for (place, (draft, _)) in drafts.iter_mut() {
                    if let Some(typed) = meeting.typed(*place) {
                        draft.leave_seat(typed, from);
                    }
                }
            }
            (None, _) | (_, None) => drafts.clear(),
        }
        self.at_meeting.typing = Typing {
            drafts,
            whose: Some(whose),
            ..Typing::default()
        };
    }

    /// What an earlier page of this seat had in hand, once it is sure that no other tab
    /// has the seat.
    fn take_typed_back(&mut self) {
        let typing = &self.at_meeting.typing;
        let Some((meeting, me)) = typing.whose.filter(|_| !typing.is_back) else {
            return;
        };
        if !self.has_lock() {
            return;
        }
        let key = typed_key(meeting, me);
        let kept = self.prefs.text(&key).map(read_typed);
        let typing = &mut self.at_meeting.typing;
        typing.is_back = true;
        let Some(Kept::Fine(kept)) = kept else { return };
        typing.kept = Some(key);
        for (place, draft) in kept.drafts {
            typing.drafts.entry(place).or_insert((draft, 0));
        }
    }

    /// Whether this tab keeps what its seat needs after a reload.
    fn has_lock(&self) -> bool {
        match &self.stage {
            Stage::Hosting(hosting) => hosting.has_lock,
            Stage::Seated(seated) => seated.has_lock,
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => false,
        }
    }

    /// What is in hand outlives the page: kept while it is typed and before the page goes,
    /// forgotten when the table has it.
    pub(super) fn keep_typed(&mut self, is_leaving: bool, ctx: &mut Ctx) {
        let typing = &mut self.at_meeting.typing;
        let Some((meeting, me)) = typing.whose.filter(|_| typing.is_back) else {
            return;
        };
        let is_outdated = std::mem::take(&mut typing.is_outdated);
        if typing.drafts.is_empty() {
            self.forget_typed(ctx);
            return;
        }
        let key = typed_key(meeting, me);
        let is_old = !(0..KEEP_EVERY_MS).contains(&(ctx.now_ms - typing.kept_ms));
        let is_due = is_leaving || is_old || is_outdated && typing.kept.is_some();
        if is_due {
            let drafts = typing.drafts.iter();
            let kept = KeptTyped {
                at_ms: ctx.now_ms - ctx.now_ms.rem_euclid(DATED_TO_MS),
                drafts: drafts
                    .map(|(place, (draft, _))| (*place, draft.clone()))
                    .collect(),
            };
            (typing.kept, typing.kept_ms) = (Some(key.clone()), ctx.now_ms);
            self.prefs.keep(&key, write_typed(&kept), ctx);
        }
    }

    /// Whoever left the table has nothing in hand there.
    pub(super) fn drop_typed(&mut self, ctx: &mut Ctx) {
        let has_left = match &self.stage {
            Stage::Start => true,
            Stage::Stopped { stop, .. } => *stop == Stop::Left,
            Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Hosting(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Desk(_) => false,
        };
        if has_left {
            self.forget_typed(ctx);
        }
    }

    fn forget_typed(&mut self, ctx: &mut Ctx) {
        if let Some(key) = self.at_meeting.typing.kept.take() {
            self.prefs.forget(&key, ctx);
        }
    }
}
