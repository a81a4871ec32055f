// The machines of a lab, seen from outside: each is a process in its own
// network namespace (machine.mjs) that hosts people.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { inside } from "./network.mjs";

/** The same on every machine, so that a link works wherever it is opened. */
const PORT = 8000;
const PROGRAM = fileURLToPath(new URL("machine.mjs", import.meta.url));
const BASE_URL = `http://localhost:${PORT}/`;

/** What a person can be told; the words of support/people.mjs. */
const METHODS = [
  "goto", "reload", "address", "click", "fill", "press", "see", "miss", "text", "items", "value", "enabled",
  "evaluate", "clipboard", "screenshot", "close", "complaints",
];

/** One machine, switched on. */
export class Machine {
  #process;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #open = new Map();
  #last = 0;

  /**
   * @param {string} name of its namespace
   * @param {string} dir with the built page
   */
  static async start(name, dir) {
    const machine = new Machine(name, dir);
    await new Promise((resolve, reject) => machine.#open.set(0, { resolve, reject }));
    return machine;
  }

  /** @private */
  constructor(name, dir) {
    this.name = name;
    const [program, ...words] = [...inside(name), process.execPath, PROGRAM, dir, String(PORT)];
    this.#process = spawn(program, words, {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, BASE_URL },
    });
    createInterface({ input: this.#process.stdout }).on("line", (line) => this.#hear(JSON.parse(line)));
    this.#process.on("exit", () => {
      for (const { reject } of this.#open.values()) reject(new Error(`${name} is off`));
      this.#open.clear();
    });
  }

  #hear({ id, value, error }) {
    const asked = this.#open.get(id);
    this.#open.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  }

  #ask(person, method, args) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#process.stdin.write(`${JSON.stringify({ id, person, method, args })}\n`);
    });
  }

  /**
   * A person with a fresh profile at this machine.
   * @param {string} name
   * @param {"chromium" | "firefox"} browser
   * @param {string[]} [flags] for this machine's Chromium
   * @returns {Promise<any>} a person as in support/people.mjs; `complaints` is a method here
   */
  async invite(name, browser, flags = []) {
    await this.#ask(name, "invite", [browser, flags]);
    const methods = METHODS.map((method) => [method, (...args) => this.#ask(name, method, args)]);
    return { name, browser, ...Object.fromEntries(methods) };
  }

  /** Switches it off, with all its browsers. */
  async stop() {
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.stdin.end();
    await gone;
  }
}
