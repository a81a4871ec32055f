// A small internet of network namespaces: a public network, and homes behind
// routers of their own. All of it lives in the namespaces that this process was
// started in (`cargo xtask netlab`), so it is gone when the process is.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";

/** The public network: 203.0.113.0/24 (RFC 5737, so nobody's). */
const PUBLIC = "203.0.113";
/** Where STUN, TURN and tracker answer; two addresses, as two providers have. */
export const SERVER = `${PUBLIC}.1`;
export const SECOND_SERVER = `${PUBLIC}.2`;
export const STUN_PORT = 3478;

/** The names of the page's default STUN servers; one asks for a port of its own. */
export const NAMES = { "stun.l.google.com": SERVER, "stun.cloudflare.com": SECOND_SERVER };
const GOOGLE_PORT = 19302;

/** How a home's router maps and filters; the words of RFC 4787. */
const NAT = {
  /** Keeps the port; lets in only whom its own side has sent something to. */
  cone: ["-j", "MASQUERADE"],
  /** Another port for every destination, chosen at random. */
  symmetric: ["-j", "MASQUERADE", "--random-fully"],
};

/** @param {string} line a command; words have no spaces inside */
function sh(line) {
  const [program, ...words] = line.split(/\s+/);
  execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
}

/** The command line that runs a program inside a machine. */
export const inside = (machine) => ["nsenter", `--net=/run/netns/${machine}`, "--"];

const at = (machine, line) => sh(`${inside(machine).join(" ")} ${line}`);

/** The networks of one lab; machines are named by letters. */
export class Network {
  /** @type {Map<string, { port: string, room?: string }>} The switch port to cut, by machine. */
  #ports = new Map();
  /** @type {Map<string, string>} */
  #addresses = new Map();
  /** @type {string[]} */
  #names = [];
  /** @type {string[]} */
  #worldPorts = [];
  #homes = 0;
  #machines = 0;

  /** The public network and its servers' addresses; once. */
  static prepare() {
    sh("mount -t tmpfs lab /run");
    mkdirSync("/run/netns");
    writeFileSync("/run/resolv.conf", `nameserver ${SERVER}\n`);
    sh("mount --bind /run/resolv.conf /etc/resolv.conf");
    sh("ip link set lo up");
    sh("ip link add world type bridge");
    sh("ip link set world up");
    for (const address of [SERVER, SECOND_SERVER]) sh(`ip address add ${address}/24 dev world`);
    const asked = `-d ${SERVER} -p udp --dport ${GOOGLE_PORT}`;
    sh(`iptables -t nat -A PREROUTING ${asked} -j REDIRECT --to-ports ${STUN_PORT}`);
  }

  /**
   * A machine on the public network.
   * @param {string} name
   */
  public(name) {
    const address = `${PUBLIC}.${100 + (this.#machines += 1)}`;
    this.#space(name);
    this.#plug(name, "eth0", "world", undefined, `${address}/24`);
    this.#ports.set(name, { port: `world-${name}` });
  }

  /**
   * Machines in one home.
   * @param {string[]} names
   * @param {{ nat?: keyof typeof NAT, multicast?: boolean }} [wish] without `nat` there is no way out
   */
  home(names, { nat, multicast = true } = {}) {
    const number = (this.#homes += 1);
    const router = `router${number}`;
    this.#space(router);
    at(router, "ip link add lan type bridge");
    at(router, `ip address add 192.168.${number}.1/24 dev lan`);
    at(router, "ip link set lan up");
    if (nat) this.#uplink(router, `${PUBLIC}.${10 + number}`, NAT[nat]);
    names.forEach((name, index) => {
      this.#space(name);
      this.#plug(name, "eth0", "lan", router, `192.168.${number}.${10 + index}/24`);
      at(name, `ip route add default via 192.168.${number}.1`);
      if (!multicast) at(name, "iptables -A INPUT -d 224.0.0.0/4 -j DROP");
      // Beyond the router where that is the only way: as when the provider fails.
      const alone = nat && names.length === 1;
      this.#ports.set(name, alone ? { port: `world-${router}` } : { port: `lan-${name}`, room: router });
    });
  }

  /** The router's public side: address mapping, and nothing comes in unasked. */
  #uplink(router, address, mapping) {
    this.#plug(router, "wan", "world", undefined, `${address}/24`);
    at(router, "sysctl -qw net.ipv4.ip_forward=1");
    at(router, `iptables -t nat -A POSTROUTING -o wan ${mapping.join(" ")}`);
    at(router, "iptables -A FORWARD -i wan -m conntrack ! --ctstate ESTABLISHED,RELATED -j DROP");
    at(router, "iptables -A INPUT -i wan -j DROP");
  }

  /** A namespace with a loopback of its own and no IPv6. */
  #space(name) {
    sh(`ip netns add ${name}`);
    this.#names.push(name);
    at(name, "ip link set lo up");
    at(name, "sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1");
  }

  /** A cable from a machine to a switch; the switch stands in `room`, or outside. */
  #plug(machine, card, bridge, room, address) {
    const port = `${bridge}-${machine}`;
    sh(`ip link add ${port} type veth peer name ${card} netns ${machine}`);
    if (room) sh(`ip link set ${port} netns ${room}`);
    else this.#worldPorts.push(port);
    const side = room ? `${inside(room).join(" ")} ` : "";
    sh(`${side}ip link set ${port} master ${bridge} up`);
    at(machine, `ip address add ${address} dev ${card}`);
    this.#addresses.set(machine, address.split("/")[0]);
    at(machine, `ip link set ${card} up`);
  }

  /** Where a machine stands in its own network. */
  address(machine) {
    return this.#addresses.get(machine);
  }

  /** From now on nothing passes between this machine and the others; nobody is told. */
  cut(machine) {
    this.#switch(machine, 0);
  }

  /** Everything passes again. */
  mend(machine) {
    this.#switch(machine, 3);
  }

  #switch(machine, state) {
    const { port, room } = this.#ports.get(machine) ?? {};
    const side = room ? `${inside(room).join(" ")} ` : "";
    sh(`${side}bridge link set dev ${port} state ${state}`);
  }

  /** Takes all machines down; the public network stays. */
  clear() {
    // At once: the names are needed again, and a namespace goes in its own time.
    for (const port of this.#worldPorts.splice(0)) sh(`ip link delete ${port}`);
    for (const name of this.#names.splice(0)) sh(`ip netns delete ${name}`);
    this.#ports.clear();
  }
}
