//! What real browsers said, word for word: Chromium 156.0.8078.79 and Firefox
//! 153.7.0esr, each two connections of one tab with a data channel and a STUN
//! server, on a machine with an IPv4 and an IPv6 address.

/// `localDescription` of connection 1, line ends as `\n`.
pub(crate) const CHROMIUM_SDP_1: &str = "\
v=0
o=- 4576896800370115815 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 56138 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 203.0.113.7
a=candidate:837000285 1 udp 2113937151 fd1b9ed4-4b1c-4866-bc98-5bee22bb2413.local 55883 typ host generation 0 network-cost 999
a=candidate:4203044285 1 udp 2113942271 d000636d-82c4-4474-8eeb-24df5a305fbf.local 49294 typ host generation 0 network-cost 999
a=candidate:732374510 1 udp 1677729535 203.0.113.7 56138 typ srflx raddr 0.0.0.0 rport 0 generation 0 network-cost 999
a=ice-ufrag:2IyP
a=ice-pwd:vTpaVXnieuwuvej9z8E5peEb
a=ice-options:trickle
a=fingerprint:sha-256 90:15:B7:D7:7C:39:D2:76:95:90:77:86:0B:09:3E:B3:5D:B8:6E:D0:6A:FE:3C:BA:6A:63:EF:E5:4F:96:A4:E4
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
";

/// The candidate events of connection 1.
pub(crate) const CHROMIUM_LINES_1: &[&str] = &[
    "candidate:837000285 1 udp 2113937151 fd1b9ed4-4b1c-4866-bc98-5bee22bb2413.local 55883 typ host generation 0 ufrag 2IyP network-cost 999",
    "candidate:4203044285 1 udp 2113942271 d000636d-82c4-4474-8eeb-24df5a305fbf.local 49294 typ host generation 0 ufrag 2IyP network-cost 999",
    "candidate:732374510 1 udp 1677729535 203.0.113.7 56138 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag 2IyP network-cost 999",
];

/// `localDescription` of connection 2, line ends as `\n`.
pub(crate) const CHROMIUM_SDP_2: &str = "\
v=0
o=- 686634121818712573 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=candidate:3747229813 1 udp 1677729535 203.0.113.7 51793 typ srflx raddr 0.0.0.0 rport 0 generation 0 network-cost 999
a=candidate:2633309429 1 udp 2113937151 fd1b9ed4-4b1c-4866-bc98-5bee22bb2413.local 52048 typ host generation 0 network-cost 999
a=candidate:2985839155 1 udp 2113942271 d000636d-82c4-4474-8eeb-24df5a305fbf.local 46114 typ host generation 0 network-cost 999
a=ice-ufrag:Ybpa
a=ice-pwd:nif9JUZ5x6U8l+haHklSwmFI
a=ice-options:trickle
a=fingerprint:sha-256 BD:E1:58:75:0F:14:E3:8D:EA:09:25:5B:62:6D:E6:E7:B5:31:53:04:52:78:D6:74:62:CF:5A:47:C6:28:94:E8
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
";

/// The candidate events of connection 2.
pub(crate) const CHROMIUM_LINES_2: &[&str] = &[
    "candidate:3747229813 1 udp 1677729535 203.0.113.7 51793 typ srflx raddr 0.0.0.0 rport 0 generation 0 ufrag Ybpa network-cost 999",
    "candidate:2633309429 1 udp 2113937151 fd1b9ed4-4b1c-4866-bc98-5bee22bb2413.local 52048 typ host generation 0 ufrag Ybpa network-cost 999",
    "candidate:2985839155 1 udp 2113942271 d000636d-82c4-4474-8eeb-24df5a305fbf.local 46114 typ host generation 0 ufrag Ybpa network-cost 999",
];

/// `localDescription` of connection 1, line ends as `\n`.
pub(crate) const FIREFOX_SDP_1: &str = "\
v=0
o=mozilla...THIS_IS_SDPARTA-99.0 3794302473049334256 0 IN IP4 0.0.0.0
s=-
t=0 0
a=sendrecv
a=fingerprint:sha-256 2A:43:08:9B:62:E8:26:FA:DF:BD:4C:28:67:11:E8:C5:5B:79:B8:01:A2:C8:76:B3:F5:D5:6D:DC:AA:5A:47:B4
a=group:BUNDLE 0
a=ice-options:trickle
a=msid-semantic:WMS *
m=application 55720 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 203.0.113.7
a=candidate:0 1 UDP 2122187007 d25529e8-9024-4425-92a9-743ec5dbe723.local 55465 typ host
a=candidate:2 1 UDP 2122252543 0d0990c0-ae07-493f-a8f2-6d94c4e751fc.local 40672 typ host
a=candidate:3 1 TCP 2105458943 d25529e8-9024-4425-92a9-743ec5dbe723.local 9 typ host tcptype active
a=candidate:4 1 TCP 2105524479 0d0990c0-ae07-493f-a8f2-6d94c4e751fc.local 9 typ host tcptype active
a=candidate:1 1 UDP 1685987327 203.0.113.7 55720 typ srflx raddr 0.0.0.0 rport 0
a=sendrecv
a=end-of-candidates
a=ice-pwd:03335633a3c471085b454146ea5930d5
a=ice-ufrag:3866f454
a=mid:0
a=setup:actpass
a=sctp-port:5000
a=max-message-size:1073741823
";

/// The candidate events of connection 1.
pub(crate) const FIREFOX_LINES_1: &[&str] = &[
    "candidate:0 1 UDP 2122187007 d25529e8-9024-4425-92a9-743ec5dbe723.local 55465 typ host",
    "candidate:2 1 UDP 2122252543 0d0990c0-ae07-493f-a8f2-6d94c4e751fc.local 40672 typ host",
    "candidate:3 1 TCP 2105458943 d25529e8-9024-4425-92a9-743ec5dbe723.local 9 typ host tcptype active",
    "candidate:4 1 TCP 2105524479 0d0990c0-ae07-493f-a8f2-6d94c4e751fc.local 9 typ host tcptype active",
    "candidate:1 1 UDP 1685987327 203.0.113.7 55720 typ srflx raddr 0.0.0.0 rport 0",
    "",
];

/// `localDescription` of connection 2, line ends as `\n`.
pub(crate) const FIREFOX_SDP_2: &str = "\
v=0
o=mozilla...THIS_IS_SDPARTA-99.0 4894163988558986161 0 IN IP4 0.0.0.0
s=-
t=0 0
a=sendrecv
a=fingerprint:sha-256 5F:D7:E9:1E:A3:DF:13:7D:7E:D8:F0:7D:A2:09:EC:5A:F9:FF:03:F9:F9:A5:A9:7D:D6:93:E7:CC:1B:FC:A2:CF
a=group:BUNDLE 0
a=ice-options:trickle
a=msid-semantic:WMS *
m=application 38451 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 203.0.113.7
a=candidate:0 1 UDP 2122187007 5ec05d35-1e60-4744-b331-2ab8bc661896.local 38706 typ host
a=candidate:2 1 UDP 2122252543 fb631b31-00dd-4c2d-9a8a-d508822ee052.local 43484 typ host
a=candidate:3 1 TCP 2105458943 5ec05d35-1e60-4744-b331-2ab8bc661896.local 9 typ host tcptype active
a=candidate:4 1 TCP 2105524479 fb631b31-00dd-4c2d-9a8a-d508822ee052.local 9 typ host tcptype active
a=candidate:1 1 UDP 1685987327 203.0.113.7 38451 typ srflx raddr 0.0.0.0 rport 0
a=sendrecv
a=end-of-candidates
a=ice-pwd:75aec11a71d317ab978a92ad1013136d
a=ice-ufrag:f5c20947
a=mid:0
a=setup:actpass
a=sctp-port:5000
a=max-message-size:1073741823
";

/// The candidate events of connection 2.
pub(crate) const FIREFOX_LINES_2: &[&str] = &[
    "candidate:0 1 UDP 2122187007 5ec05d35-1e60-4744-b331-2ab8bc661896.local 38706 typ host",
    "candidate:2 1 UDP 2122252543 fb631b31-00dd-4c2d-9a8a-d508822ee052.local 43484 typ host",
    "candidate:3 1 TCP 2105458943 5ec05d35-1e60-4744-b331-2ab8bc661896.local 9 typ host tcptype active",
    "candidate:4 1 TCP 2105524479 fb631b31-00dd-4c2d-9a8a-d508822ee052.local 9 typ host tcptype active",
    "candidate:1 1 UDP 1685987327 203.0.113.7 38451 typ srflx raddr 0.0.0.0 rport 0",
    "",
];
