// People on real networks: every topology with every way to the table. Started
// by `cargo xtask netlab` in namespaces of its own, where it is the first process:
// whatever it started ends with it.
import { Machine } from "./machines.mjs";
import { Network } from "./network.mjs";
import { table, write } from "./report.mjs";
import { startServers } from "./servers.mjs";
import { TOPOLOGIES } from "./topologies.mjs";
import { WAYS } from "./ways.mjs";

/** Host and guest; a whole run tries the first with everything. */
const PAIRS = ["chromium-chromium", "chromium-firefox", "firefox-chromium", "firefox-firefox"];

/** What was asked for: names of networks and ways, pairs of browsers (host-guest). */
function readArguments(words) {
  const wish = { only: [], way: [], pair: [], quick: false };
  while (words.length > 0) {
    const word = words.shift();
    if (word === "--quick") wish.quick = true;
    else if (word === "--only" || word === "--way" || word === "--pair") {
      const value = words.shift();
      if (!value) throw new Error(`${word} needs a name`);
      wish[word.slice(2)].push(value);
    } else throw new Error(`\`${word}\` is not understood; there are --only, --way, --pair and --quick`);
  }
  return wish;
}

/** @param {{ name: string }[]} all */
function chosen(all, names) {
  for (const name of names) {
    if (!all.some((one) => one.name === name)) {
      throw new Error(`no \`${name}\`; there are ${all.map((one) => `\`${one.name}\``).join(", ")}`);
    }
  }
  return names.length > 0 ? all.filter((one) => names.includes(one.name)) : all;
}

/** One cell: the two sit down in fresh profiles and try. */
async function measure(topology, way, machines, network, [hostIn, guestIn]) {
  const people = [];
  try {
    const host = await machines.host.invite("Anna", hostIn);
    people.push(host);
    const guest = await machines.guest.invite("Ben", guestIn);
    people.push(guest);
    const ms = await way.run({ host, guest, network, topology });
    return { ms };
  } catch (error) {
    return { error: String(error?.message ?? error).split("\n")[0] };
  } finally {
    network.mend("guest");
    for (const person of people) await person.close().catch(() => {});
  }
}

/** What a cell says that it should not; empty when all is as expected. */
function fault(topology, way, { ms, error }) {
  if (error) return error;
  const joined = ms !== undefined;
  if (joined === way.joins(topology)) return "";
  return joined ? "joined, which was not expected" : "did not join";
}

/** Which cells are to be measured: `[pair, topology, way]`, by network, so that machines stay on. */
function plan(wish) {
  const topologies = chosen(TOPOLOGIES, wish.only);
  const ways = chosen(WAYS, wish.way);
  const pairs = wish.pair.length > 0 ? wish.pair : isWhole(wish) ? PAIRS : PAIRS.slice(0, 1);
  const wanted = (pair, topology, way) => {
    if (wish.quick) return Boolean(way.quick?.includes(topology.name));
    if (isWhole(wish) && pair !== PAIRS[0] && !(way.pairs && topology.pairs)) return false;
    return way.fits?.(topology) ?? true;
  };
  return topologies.map((topology) => ({
    topology,
    cells: pairs.flatMap((pair) => ways.filter((way) => wanted(pair, topology, way)).map((way) => ({ pair, way }))),
  }));
}

const isWhole = ({ only, way, pair, quick }) => only.length + way.length + pair.length === 0 && !quick;

/** All cells of one network; tells each as it is done. */
async function measureAll({ topology, cells }, network, dist, tell) {
  if (cells.length === 0) return;
  topology.build(network);
  const machines = { host: await Machine.start("host", dist), guest: await Machine.start("guest", dist) };
  for (const { pair, way } of cells) {
    tell(topology, pair, way, await measure(topology, way, machines, network, pair.split("-")));
  }
  await Promise.all([machines.host.stop(), machines.guest.stop()]);
  network.clear();
}

/** One table for each pair of browsers, with a title where there are several. */
function tables(results) {
  const networks = (ways) => TOPOLOGIES.map(({ name }) => name).filter((name) => [...ways.values()].some((row) => row.has(name)));
  const sorted = (ways) => new Map(WAYS.filter(({ name }) => ways.has(name)).map(({ name }) => [name, ways.get(name)]));
  const parts = [...results].map(([pair, ways]) => {
    const [host, guest] = pair.split("-").map((name) => name[0].toUpperCase() + name.slice(1));
    return `Host in ${host}, guest in ${guest}:\n\n${table(sorted(ways), networks(ways))}\n`;
  });
  return parts.join("\n");
}

async function main() {
  const dist = process.env.FLORET_DIST;
  if (!dist) throw new Error("FLORET_DIST is not set: run `cargo xtask netlab`");
  const wish = readArguments(process.argv.slice(2));
  const parts = plan(wish);
  Network.prepare();
  await startServers();
  const network = new Network();
  const results = new Map();
  const counted = { passed: 0, failed: 0 };
  const tell = (topology, pair, way, cell) => {
    const wrong = fault(topology, way, cell);
    counted[wrong ? "failed" : "passed"] += 1;
    const said = cell.ms === undefined ? "nobody there, as expected" : `${Math.round(cell.ms)} ms`;
    console.log(`${wrong ? "FAILED" : "ok"}  ${topology.name}, ${pair}: ${way.name}: ${wrong || said}`);
    const ways = results.get(pair) ?? new Map();
    results.set(pair, ways.set(way.name, (ways.get(way.name) ?? new Map()).set(topology.name, cell)));
  };
  for (const part of parts) await measureAll(part, network, dist, tell);
  const text = tables(results);
  console.log(`\n${text}`);
  if (isWhole(wish)) write(new URL("../../../docs/network.md", import.meta.url), "results", text);
  // In the words of cargo test, for whoever counts.
  console.log(`test result: ${counted.failed ? "FAILED" : "ok"}. ${counted.passed} passed; ${counted.failed} failed`);
  return counted.failed === 0;
}

// As first process of its namespace it hears no signal it does not ask for.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));
// The command that started it holds the other end.
process.stdin.resume().on("end", () => process.exit(130));
main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
