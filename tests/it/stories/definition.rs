//! A team's Definition of Ready can be edited, and its names keep their meaning.

use floret::story::{Definition, MAX_POINT_CHARS, MAX_POINTS, Step};

fn names(definition: &Definition) -> Vec<&str> {
    definition
        .points
        .iter()
        .map(|point| point.name.as_str())
        .collect()
}

#[test]
fn the_first_definition_asks_for_r1_to_r10_in_two_steps() {
    let definition = Definition::default();
    let on = |step| -> Vec<&str> {
        let points = definition.points.iter();
        points
            .filter(|point| point.is_on && point.step == step)
            .map(|point| point.name.as_str())
            .collect()
    };
    assert_eq!(on(Step::Vote), ["R1", "R2", "R3", "R4", "R5", "R6", "R10"]);
    assert_eq!(on(Step::Ready), ["R7", "R8", "R9"]);
    assert_eq!(definition.points.len(), 15);
}

#[test]
fn exactly_the_points_with_a_rule_tick_themselves() {
    let definition = Definition::default();
    let points = definition
        .points
        .iter()
        .filter(|point| point.rule.is_some());
    let names: Vec<&str> = points.map(|point| point.name.as_str()).collect();
    assert_eq!(
        names,
        ["R3", "R4", "R6", "R7", "R8", "R9", "R10", "R12", "R14"]
    );
}

#[test]
fn a_point_is_switched_reworded_moved_and_put_into_the_other_step() {
    let mut definition = Definition::default();
    definition.switch("R14", true);
    definition.set_step("R12", Step::Vote);
    definition.reword("R1", "  Everybody gets it  ");
    definition.shift(14, 0);
    assert_eq!(names(&definition)[..2], ["R15", "R1"]);
    assert!(definition.point("R14").unwrap().is_on);
    assert_eq!(definition.point("R12").unwrap().step, Step::Vote);
    let text = |definition: &Definition| definition.point("R1").unwrap().text.clone();
    assert_eq!(text(&definition).as_deref(), Some("Everybody gets it"));
    definition.reword("R1", " ");
    assert_eq!(text(&definition), None);
    definition.shift(99, 0);
    definition.shift(0, 99);
    assert_eq!(names(&definition).last(), Some(&"R15"));
}

#[test]
fn only_own_points_can_be_removed_and_their_names_never_come_back() {
    let mut definition = Definition::default();
    let first = definition.add("Checked by support", Step::Vote).unwrap();
    let second = definition.add("Feature flag named", Step::Ready).unwrap();
    assert_eq!((first.as_str(), second.as_str()), ("T1", "T2"));
    assert!(definition.point("T1").unwrap().is_own());
    assert!(!definition.remove("R1"));
    assert!(definition.remove("T2"));
    assert_eq!(definition.add("Another", Step::Vote).as_deref(), Some("T3"));
    definition.reword("T3", "");
    assert_eq!(
        definition.point("T3").unwrap().text.as_deref(),
        Some("Another")
    );
}

#[test]
fn a_definition_is_bounded_and_blank_points_are_not_added() {
    let mut definition = Definition::default();
    assert_eq!(definition.add("  ", Step::Vote), None);
    while definition.add(&"x".repeat(1_000), Step::Vote).is_some() {}
    assert_eq!(definition.points.len(), MAX_POINTS);
    let last = definition.points.last().unwrap().text.as_ref().unwrap();
    assert_eq!(last.chars().count(), MAX_POINT_CHARS);
}

#[test]
fn a_shared_definition_gets_the_built_in_points_it_lacks_switched_off() {
    let mut definition = Definition::default();
    definition.points.retain(|point| point.name != "R3");
    definition.complete();
    assert_eq!(names(&definition).last(), Some(&"R3"));
    assert!(!definition.point("R3").unwrap().is_on);
    let whole = definition.clone();
    definition.complete();
    assert_eq!(definition, whole);
}
