//! What a rule is called where answers are kept; a name that was given once stays.

use super::{QuestionRule, RULES};

impl QuestionRule {
    /// Its name, the same in every release: small letters and hyphens.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyAName => "only-a-name",
            Self::BugSteps => "bug-steps",
            Self::BugActual => "bug-actual",
            Self::BugExpected => "bug-expected",
            Self::NoUser => "no-user",
            Self::NoWhy => "no-why",
            Self::NoCriteria => "no-criteria",
            Self::NoDoneWhen => "no-done-when",
            Self::SpikeQuestion => "spike-question",
            Self::SpikeTimebox => "spike-timebox",
            Self::BugWho => "bug-who",
            Self::PutOff => "put-off",
            Self::SeveralStories => "several-stories",
            Self::VagueWords => "vague-words",
            Self::CriteriaNotCheckable => "criteria-not-checkable",
            Self::BugWhere => "bug-where",
            Self::NoErrorCase => "no-error-case",
            Self::NoMockUp => "no-mock-up",
            Self::ExistingData => "existing-data",
            Self::NoDependency => "no-dependency",
            Self::NoVolume => "no-volume",
            Self::NoPermission => "no-permission",
            Self::NotIncluded => "not-included",
            Self::BugSince => "bug-since",
            Self::HowToShow => "how-to-show",
        }
    }

    /// The rule of a name; `None`: there is none.
    ///
    /// ```
    /// use floret::story::QuestionRule;
    /// assert_eq!(QuestionRule::of_name("no-why"), Some(QuestionRule::NoWhy));
    /// ```
    pub fn of_name(name: &str) -> Option<Self> {
        let mut rules = RULES.iter().map(|asked| asked.rule);
        rules.find(|rule| rule.name() == name)
    }
}
