// The table, as text and in docs/network.md.
import { readFileSync, writeFileSync } from "node:fs";

/** One measured cell: `ms`, or undefined for nobody at the table, or an error. */
const text = (cell) => {
  if (!cell) return "";
  if (cell.error) return "error";
  if (cell.ms === undefined) return "–";
  return cell.ms < 9_950 ? `${Math.round(cell.ms)} ms` : `${(cell.ms / 1000).toFixed(1)} s`;
};

/**
 * A Markdown table: ways down, networks across.
 * @param {Map<string, Map<string, { ms?: number, error?: string }>>} results by way, then by network
 * @param {string[]} networks
 */
export function table(results, networks) {
  const rows = [["", ...networks], ["---", ...networks.map(() => "---")]];
  for (const [name, cells] of results) rows.push([name, ...networks.map((network) => text(cells.get(network)))]);
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/**
 * Puts a text between the two marks of its name; the file has them.
 * @param {URL} file
 * @param {string} name
 * @param {string} body
 */
export function write(file, name, body) {
  const [from, to] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const old = readFileSync(file, "utf8");
  const [start, end] = [old.indexOf(from), old.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`${file.pathname} lacks ${from} … ${to}`);
  writeFileSync(file, `${old.slice(0, start + from.length)}\n${body}\n${old.slice(end)}`);
}
