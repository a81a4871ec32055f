//! The network test as it is seen.

/// What was checked, what was found, and what that means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProbeView {
    /// Every check, in order.
    pub checks: Vec<CheckView>,
    /// Checks that have a finding.
    pub n_done: usize,
    /// Whether it still runs.
    pub state: ProbeState,
    /// What it means, when all is found.
    pub verdict: Option<Verdict>,
    /// What helps, the easiest first.
    pub advice: Vec<Advice>,
}

/// How far the test is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProbeState {
    /// It runs.
    Runs,
    /// The person stopped it.
    Stopped,
    /// All is found.
    Over,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckView {
    /// What is checked.
    pub name: CheckName,
    /// What was found.
    pub finding: Finding,
}

impl CheckView {
    /// It has a finding.
    pub fn is_done(&self) -> bool {
        !matches!(self.finding, Finding::Waiting | Finding::Unfinished)
    }
}

/// What is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckName {
    /// Whether this browser can link to others at all.
    WebRtc,
    /// An address of the machine itself.
    Local,
    /// A STUN server, by host and port.
    Stun(String),
    /// STUN servers are switched off.
    NoStun,
    /// What the router does with ports.
    Ports,
    /// The own TURN server, by host and port.
    Turn(String),
    /// There is no own TURN server.
    NoTurn,
    /// A tracker, by its address.
    Tracker(String),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing yet.
    Waiting,
    /// The test was stopped before.
    Unfinished,
    /// This browser can.
    CanLink,
    /// It cannot.
    CannotLink,
    /// An address behind a `.local` name.
    Hidden,
    /// A plain address.
    Plain(String),
    /// No address.
    NoAddress,
    /// The server answered.
    Answers {
        /// After so many ms.
        after_ms: String,
    },
    /// It did not.
    Silent {
        /// Within so many seconds.
        within_s: String,
    },
    /// Not asked: switched off.
    SwitchedOff,
    /// One port for everybody.
    SteadyPort,
    /// A port for each.
    ChangingPort,
    /// Cannot be told.
    PortUnknown,
    /// The TURN server gave an address.
    Relays {
        /// After so many ms.
        after_ms: String,
    },
    /// It did not.
    RelaysNot {
        /// Within so many seconds.
        within_s: String,
    },
    /// There is none.
    NotSetUp,
}

/// What this network allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No WebRTC.
    NoWebRtc,
    /// No address at all.
    NoNetwork,
    /// Only this network, by choice.
    HereOnly,
    /// Only this network: no server answers.
    Blocked,
    /// Behind a symmetric NAT.
    Strict,
    /// A STUN server answers; the router's way is not known.
    Likely,
    /// Most networks.
    Open,
    /// Every network, by the TURN server if need be.
    Everywhere,
}

/// What helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A browser with WebRTC.
    OtherBrowser,
    /// Get on a network.
    GoOnline,
    /// The same Wi-Fi or VPN.
    SameNetwork,
    /// The LAN address, typed.
    TypeAddress,
    /// STUN servers.
    SwitchStunOn,
    /// A TURN server.
    OwnTurn,
    /// A phone's network.
    Hotspot,
    /// Somebody else hosts.
    SwapHost,
    /// Rendezvous, to save replies.
    Rendezvous,
    /// One screen that all look at.
    OneScreen,
}
