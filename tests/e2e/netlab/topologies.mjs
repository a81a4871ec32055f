// The networks people sit in. `reach` says what classic signalling would reach:
// `direct`, only through a `relay`, or `none` (docs/network.md tells why).

/**
 * @typedef {object} Topology
 * @property {string} name
 * @property {string} about one line for the docs
 * @property {"direct" | "relay" | "none"} reach
 * @property {boolean} [pairs] a whole run tries all pairs of browsers here
 * @property {boolean} online whether the servers can be reached
 * @property {(network: import("./network.mjs").Network) => void} build machines `host` and `guest`
 */

/** @type {Topology[]} */
export const TOPOLOGIES = [
  {
    name: "lan",
    pairs: true,
    about: "both in one home with internet",
    reach: "direct",
    online: true,
    build: (network) => network.home(["host", "guest"], { nat: "cone" }),
  },
  {
    name: "lan-offline",
    about: "both in one home without internet",
    reach: "direct",
    online: false,
    build: (network) => network.home(["host", "guest"]),
  },
  {
    name: "lan-nomulticast",
    about: "both in one home whose Wi-Fi drops multicast, so that `.local` names do not resolve",
    reach: "relay",
    online: true,
    build: (network) => network.home(["host", "guest"], { nat: "cone", multicast: false }),
  },
  {
    name: "public",
    about: "the host has a public address, the guest sits behind NAT",
    reach: "direct",
    online: true,
    build: (network) => {
      network.public("host");
      network.home(["guest"], { nat: "cone" });
    },
  },
  {
    name: "nat-nat",
    pairs: true,
    about: "each behind a NAT of its own that keeps ports and lets in only who was asked",
    reach: "direct",
    online: true,
    build: (network) => {
      network.home(["host"], { nat: "cone" });
      network.home(["guest"], { nat: "cone" });
    },
  },
  {
    name: "symmetric",
    about: "each behind a NAT that takes another random port for every destination",
    reach: "relay",
    online: true,
    build: (network) => {
      network.home(["host"], { nat: "symmetric" });
      network.home(["guest"], { nat: "symmetric" });
    },
  },
];
