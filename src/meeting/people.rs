//! Who takes part, and who does what. A person is known by the number of a seat; what a seat
//! is, is not known here.

use serde::{Deserialize, Serialize};

/// Names one who takes part; stays when the person leaves and comes back.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct PersonId(pub u32);

/// One who takes part, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Which.
    pub id: PersonId,
    /// Name, as it was last.
    pub name: String,
}

/// What somebody does for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Duty {
    /// Leads through the agenda.
    Facilitator,
    /// Says what is wanted, and marks stories ready.
    ProductOwner,
    /// Writes down what is decided.
    Scribe,
}

impl Duty {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Facilitator, Self::ProductOwner, Self::Scribe];
}

/// Who does what.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Duties {
    /// Leads through the agenda.
    pub facilitator: Option<PersonId>,
    /// Says what is wanted.
    pub product_owner: Option<PersonId>,
    /// Writes down what is decided.
    pub scribe: Option<PersonId>,
}

impl Duties {
    /// Who has this duty.
    pub fn of(&self, duty: Duty) -> Option<PersonId> {
        match duty {
            Duty::Facilitator => self.facilitator,
            Duty::ProductOwner => self.product_owner,
            Duty::Scribe => self.scribe,
        }
    }

    /// Gives a duty to somebody, or to nobody.
    pub fn give(&mut self, duty: Duty, person: Option<PersonId>) {
        let place = match duty {
            Duty::Facilitator => &mut self.facilitator,
            Duty::ProductOwner => &mut self.product_owner,
            Duty::Scribe => &mut self.scribe,
        };
        *place = person;
    }
}
