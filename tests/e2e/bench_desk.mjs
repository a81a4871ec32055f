// The desk with five thousand stories: from a keystroke to what is on the page, beside the
// same done by a bare loop over the data in the same page.

const STORIES = 5000;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const says = (what, own, bare) => {
  const [mine, theirs] = [median(own), median(bare)];
  console.log(`  ${what}: ${mine.toFixed(1)} ms; bare loop ${theirs.toFixed(1)} ms (${(mine / theirs).toFixed(1)}x)`);
};

/** Puts stories and their order into the storage, as the desk keeps them. */
function fill(n) {
  const about = ["login", "search", "refunds"];
  const ids = [];
  for (let at = 0; at < n; at += 1) {
    const id = (at + 1).toString(16).padStart(16, "0");
    const title = `Story ${at} about ${about[at % 3]}`;
    const description = `As a customer I want to see ${about[at % 3]}, number ${at}. `.repeat(4);
    localStorage.setItem(`floret.story.${id}`, JSON.stringify({ version: 1, changed: 1, key: `ABC-${at}`, title, description }));
    ids.push(`${id}:${(at + 1) * 65536}@1`);
  }
  const order = { version: 1, name: "", named: 0, ordered: 1, cleared: 0, order: ids.join(" "), gone: "" };
  localStorage.setItem("floret.backlog.00000000", JSON.stringify(order));
}

/** In the page: acts, and resolves with the ms until the list has changed and is drawn. */
function instruments() {
  const list = () => document.querySelector(".stories");
  window.desk = {
    until: (act) =>
      new Promise((resolve) => {
        const from = performance.now();
        const watcher = new MutationObserver(() => {
          watcher.disconnect();
          resolve(performance.now() - from);
        });
        watcher.observe(list(), { subtree: true, childList: true, characterData: true, attributes: true });
        act();
      }),
    type: (text) => {
      const box = document.querySelector("#search");
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    /** The row moves by one; what the page does with Alt and an arrow. */
    press: (key) => {
      const link = list().querySelectorAll(".story-link")[5];
      link.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, bubbles: true }));
    },
    texts: () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith("floret.story."))
        .map((key) => JSON.parse(localStorage[key]))
        .map((one) => ({ title: one.title, low: `${one.key}\n${one.title}\n${one.description}`.toLowerCase() })),
    bare: document.createElement("ul"),
    /** Draws the first rows of `stories` as plain lines. */
    draw: (stories) => {
      const rows = stories.slice(0, 30).map((one) => {
        const row = document.createElement("li");
        row.textContent = one.title;
        return row;
      });
      window.desk.bare.replaceChildren(...rows);
    },
  };
}

/** Prints search and reorder. */
export async function desk(browser, base, rounds) {
  console.log(`\nAt the desk (${STORIES} stories, medians of ${rounds} rounds; from a keystroke to what is in the page)`);
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  await page.goto(base);
  await page.evaluate(fill, STORIES);
  await page.goto(`${base}#backlog`);
  await page.reload();
  await page.getByRole("list", { name: "Stories" }).getByRole("listitem").first().waitFor({ timeout: 60_000 });
  // What is known of stories is found out in slices, before anybody types.
  await page.waitForTimeout(3_000);
  await page.evaluate(instruments);
  const search = await page.evaluate(async (rounds) => {
    const { until, type, texts, draw, bare } = window.desk;
    const stories = texts();
    document.body.append(bare);
    const times = { own: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const word of ["refund", "login"]) {
        times.own.push(await until(() => type(word)));
        const from = performance.now();
        draw(stories.filter((one) => one.low.includes(word)));
        times.bare.push(performance.now() - from);
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      }
    }
    await until(() => type(""));
    return times;
  }, rounds);
  says("a keystroke of a search", search.own, search.bare);
  const order = await page.evaluate(async (rounds) => {
    const { until, press, texts, draw } = window.desk;
    const stories = texts();
    const times = { own: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const key of ["ArrowDown", "ArrowUp"]) {
        times.own.push(await until(() => press(key)));
        const from = performance.now();
        stories.splice(6, 0, ...stories.splice(5, 1));
        localStorage.setItem("bench.order", JSON.stringify(stories.map((one) => one.title.slice(0, 16))));
        draw(stories);
        times.bare.push(performance.now() - from);
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      }
    }
    return times;
  }, rounds);
  says("a story moved", order.own, order.bare);
  await context.close();
}
