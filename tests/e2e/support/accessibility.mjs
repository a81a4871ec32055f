// Runs axe-core in a page and turns what it finds into one readable error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Fails on any violation.
 * @param {(expression: string) => Promise<unknown>} evaluate runs an expression in the page
 * @param {string} where named in the error, such as `Anna, room`
 */
export async function assertAccessible(evaluate, where) {
  // Injected by evaluation, not by a script element: no policy of the page is bent.
  await evaluate(`typeof axe === "undefined" ? void (() => { ${AXE} })() : undefined`);
  const options = JSON.stringify({ runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] });
  const found = /** @type {Violation[]} */ (
    await evaluate(`axe.run(document, ${options}).then(({ violations }) => violations.map(
      ({ id, impact, help, nodes }) => ({ id, impact, help,
        nodes: nodes.map(({ target, failureSummary }) => ({ target: String(target), failureSummary })) })))`)
  );
  if (found.length > 0) throw new Error(`axe on ${where}:\n${found.map(text).join("\n")}`);
}

/**
 * @typedef {{ id: string, impact: string, help: string,
 *   nodes: { target: string, failureSummary: string }[] }} Violation
 * @param {Violation} violation
 */
function text({ id, impact, help, nodes }) {
  const places = nodes.map(({ target, failureSummary }) => `    ${target}: ${failureSummary.replaceAll("\n", " ")}`);
  return `  ${id} (${impact}): ${help}\n${places.join("\n")}`;
}
