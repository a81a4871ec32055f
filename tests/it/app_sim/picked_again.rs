//! A story of the meeting that comes on the table once more.

use floret::app::view::{Act, Purpose, TopicId};
use floret::app::{Event, MeetingEvent};

use super::browser::TabId;
use super::hour::{EIGHT, FIVE, FOUR_FINGERS, THREE, does, seated, vote};
use super::world::World;

fn pick(world: &mut World, tab: TabId, topic: u16) {
    let topic = TopicId(topic);
    does(world, tab, Act::Pick { topic });
}

#[test]
fn a_story_that_is_picked_again_keeps_its_rounds_its_estimate_and_the_other_votes_on_it() {
    let mut world = World::new(992);
    let tabs = seated(&mut world);
    let [ana, ben] = [tabs[0], tabs[1]];
    vote(&mut world, &tabs, &[THREE, EIGHT]);
    world.tell(ana, Event::VoteAgain);
    world.run(400);
    vote(&mut world, &tabs, &[FIVE]);
    world.tell(ana, Event::EstimateSaved(String::from("5")));
    world.run(400);
    let asks = Event::Meeting(MeetingEvent::Asked(Purpose::Confidence));
    world.tell(ana, asks);
    world.run(400);
    vote(&mut world, &tabs, &[FOUR_FINGERS]);
    pick(&mut world, ana, 1);
    assert_eq!(world.table(ben).story.title, "PAY-2 Refund a payment");
    pick(&mut world, ana, 0);
    for tab in &tabs {
        let table = world.table(*tab);
        assert_eq!(table.story.title, "PAY-1 Pay by invoice");
        assert_eq!((table.round.number, table.earlier.len()), (3, 2));
        let titles: Vec<_> = table.stories.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, ["PAY-2 Refund a payment", "PAY-1 Pay by invoice"]);
        let record = table.meeting.unwrap().record;
        let first = &record.estimated[0];
        let n_rounds = first.votes.as_ref().unwrap().n_rounds;
        assert_eq!((first.topic, first.estimate.as_str()), (TopicId(0), "5"));
        assert_eq!((record.estimated.len(), n_rounds), (1, 2));
        assert_eq!(record.polls[0].topic, Some(TopicId(0)));
    }
    // And it may be voted on once more.
    vote(&mut world, &tabs, &[EIGHT]);
    world.tell(ana, Event::EstimateSaved(String::from("8")));
    world.run(400);
    let table = world.table(ben);
    assert_eq!(table.earlier.len(), 2);
    let record = table.meeting.unwrap().record;
    assert_eq!(record.estimated[0].estimate, "8");
}
