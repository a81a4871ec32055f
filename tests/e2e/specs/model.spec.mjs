// The optional language model: shown first, masked, sent to one address only, stopped,
// and never more than text.
import { expect, test } from "../support/people.mjs";
import { ModelServer } from "../support/model_server.mjs";

const KEY = "sk-secret-of-anna";
const WORDS = ["Acme", "Projekt Adler", "SAP"];
const TITLE = "Export for ACME";
const WHY = "The clerks of acmes project-team copy Projekt-Adler by hand into SAP.";

const PREPARE = "Prepare this story";

/** @type {ModelServer} */
let model;

test.afterEach(async () => {
  await model?.stop();
});

/** A story with confidential words in it, its preparation open. */
async function prepare(person) {
  await person.goto("#backlog");
  await person.fill("textbox", "New story", TITLE);
  await person.press("Enter");
  await person.click("link", TITLE);
  await person.page.locator("#story-why").fill(WHY);
  await person.click("button", PREPARE);
  await person.see("heading", `Prepare “${TITLE}”`);
}

/** Fills in the form and switches the address on. */
async function setUp(person, address, { key = KEY, words = WORDS.join("\n") } = {}) {
  await person.page.getByText("Set up the language model").click();
  await person.fill("textbox", "Address", address);
  await person.page.getByLabel("Key", { exact: true }).fill(key);
  await person.fill("textbox", "Model", "small-1");
  await person.fill("textbox", "Confidential words", words);
  await person.click("button", "Save");
  await person.page.getByRole("switch", { name: "Ask a model of your own" }).check();
}

/** A person whose model answers so, with the question on the screen. */
async function asking(people, mode) {
  model = await ModelServer.start(mode);
  people.mayAsk(model.url);
  const anna = await people.invite("Anna");
  await prepare(anna);
  await setUp(anna, model.url);
  await anna.click("button", "Ask the model");
  await anna.see("textbox", "Outgoing text");
  return anna;
}

test("without a model there is nothing to press, and nothing is asked", async ({ people }) => {
  model = await ModelServer.start();
  const anna = await people.invite("Anna");
  // As a browser without a model and without dictation.
  await anna.page.addInitScript(() => {
    for (const name of ["LanguageModel", "SpeechRecognition", "webkitSpeechRecognition"]) {
      Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
    }
  });
  await prepare(anna);
  await anna.see("heading", "Questions");
  await anna.miss("button", "Ask the model");
  await expect(anna.page.getByRole("button", { name: "Dictate" })).toHaveCount(0);
  expect(model.heard).toEqual([]);
});

test("what is shown is what leaves, to the letter, without a confidential word", async ({ people }) => {
  const anna = await asking(people, "streams");
  const shown = await anna.page.getByLabel("Outgoing text").inputValue();
  for (const text of ["Export for [[1]]", "[[1]]s project-team copy [[2]] by hand into [[3]]"]) expect(shown).toContain(text);
  expect(model.heard).toEqual([]);
  await anna.axe("the outgoing text");

  await anna.click("button", "Send");
  await anna.see("button", "Put away");
  const [asked, ...others] = model.posted;
  expect(others).toEqual([]);
  const body = JSON.parse(asked.body);
  expect(body.messages.map(({ content }) => content).join("\n\n")).toBe(shown);
  expect(body).toMatchObject({ model: "small-1", stream: true });
  for (const word of ["acme", "adler", "sap"]) expect(model.bytes.toLowerCase()).not.toContain(word);

  await test.step("the key goes into one header, cookies and referrer nowhere", async () => {
    expect(asked.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(asked.headers.cookie).toBeUndefined();
    expect(asked.headers.referer).toBeUndefined();
    expect(asked.body).not.toContain(KEY);
    for (const url of anna.requests) expect(url).not.toContain(KEY);
  });

  await test.step("the answer has the words back and changes nothing by itself", async () => {
    await expect(anna.page.locator(".model-said")).toHaveText("1. The clerks of ACME.\n2. Once a day.");
    await expect(anna.page.locator(".ask textarea").first()).toHaveValue("");
    await anna.axe("the answer");
  });

  await test.step("taken over, it goes to its questions; the story is as it was", async () => {
    await anna.click("button", "Take into the draft");
    await expect(anna.page.locator(".ask textarea").nth(0)).toHaveValue("The clerks of ACME.");
    await expect(anna.page.locator(".ask textarea").nth(1)).toHaveValue("Once a day.");
    await anna.click("link", "Back to the story");
    await expect(anna.page.locator("#story-why")).toHaveValue(WHY);
  });
});

test("criteria of a model stand in the draft, marked, until somebody takes them over", async ({ people }) => {
  model = await ModelServer.start("streams");
  people.mayAsk(model.url);
  const anna = await people.invite("Anna");
  await prepare(anna);
  await setUp(anna, model.url);
  await anna.page.getByLabel("It should propose").selectOption("acceptance criteria");
  await anna.click("button", "Ask the model");
  await anna.click("button", "Send");
  await anna.click("button", "Take into the draft");
  const row = anna.page.getByRole("group", { name: "Acceptance criteria", exact: true });
  await expect(row.getByText("The model’s words are in it: check them.")).toBeVisible();
  await row.getByRole("button", { name: "Leave the model’s words out" }).click();
  await expect(row).toHaveCount(0);
});

test("nothing leaves while the question is only shown, nor when it is not sent", async ({ people }) => {
  const anna = await asking(people, "streams");
  await anna.click("button", "Do not send");
  await anna.miss("textbox", "Outgoing text");
  // Other settings take back what was shown.
  await anna.click("button", "Ask the model");
  await anna.see("textbox", "Outgoing text");
  await anna.fill("textbox", "Confidential words", "clerks");
  await anna.click("button", "Save");
  await anna.miss("textbox", "Outgoing text");
  expect(model.heard).toEqual([]);
});

test("a server that does not stream is understood too", async ({ people }) => {
  const anna = await asking(people, "whole");
  await anna.click("button", "Send");
  await expect(anna.page.locator(".model-said")).toHaveText("1. The clerks of ACME.\n2. Once a day.");
});

test("the key goes to no other address, whatever the first one says", async ({ people }) => {
  const anna = await asking(people, "elsewhere");
  await anna.click("button", "Send");
  await expect(anna.page.getByText("does not answer this page")).toBeVisible();
  expect(model.heard.map(({ path }) => path)).not.toContain("/v1/other");
});

test("stop hangs up and keeps what was said", async ({ people }) => {
  const anna = await asking(people, "slow");
  await anna.click("button", "Send");
  await expect(anna.page.locator(".model-said")).toHaveText("Hm");
  await anna.click("button", "Stop");
  await expect(anna.page.getByText("You stopped it here.")).toBeVisible();
  await expect.poll(() => model.hungUp).toBe(1);
  await expect(anna.page.locator(".model-said")).toHaveText("Hm");
});

for (const { mode, sentence } of /** @type {const} */ ([
  { mode: "401", sentence: "does not accept the key. (Incorrect API key)" },
  { mode: "429", sentence: "asks for patience" },
  { mode: "broken", sentence: "no answer of a language model" },
  { mode: "html", sentence: "no answer of a language model" },
  { mode: "megabytes", sentence: "did not come to an end" },
  { mode: "endless", sentence: "did not come to an end" },
  { mode: "torn", sentence: "broke off here" },
  { mode: "no-cors", sentence: "does not answer this page" },
])) {
  test(`a model that answers with ${mode} is told of, and the page stays whole`, async ({ people }) => {
    const anna = await asking(people, mode);
    await anna.click("button", "Send");
    await expect(anna.page.getByText(sentence)).toBeVisible({ timeout: 20_000 });
    await expect(anna.page).not.toHaveTitle("taken");
    await expect(anna.page.locator(".model-said img, .model-said script")).toHaveCount(0);
    await anna.click("button", "Put away");
    await anna.see("button", "Ask the model");
  });
}

test("nobody there is told of as well", async ({ people }) => {
  const anna = await asking(people, "streams");
  await model.stop();
  await anna.click("button", "Send");
  await expect(anna.page.getByText("does not answer this page")).toBeVisible();
  model = await ModelServer.start();
});

test("other computers are asked over https only", async ({ people }) => {
  model = await ModelServer.start();
  const anna = await people.invite("Anna");
  await prepare(anna);
  await setUp(anna, "http://192.168.0.7:11434/v1");
  await expect(anna.page.getByText("over https only")).toBeVisible();
  await anna.miss("button", "Ask the model");
});

test("the key is in no backup", async ({ people }) => {
  const anna = await asking(people, "streams");
  await anna.page.getByRole("button", { name: "Settings" }).click();
  const download = anna.page.waitForEvent("download");
  await anna.page.getByRole("button", { name: "Save a backup" }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  for (const word of [KEY, "Projekt Adler", model.host]) expect(text).not.toContain(word);
});

test("the built-in model and dictation are offered where the browser has them", async ({ people }) => {
  model = await ModelServer.start();
  const anna = await people.invite("Anna");
  await anna.page.addInitScript(() => {
    const LanguageModel = {
      availability: async () => "available",
      create: async () => ({ promptStreaming: (text) => new Blob([`heard ${text.length > 0}`]).stream().pipeThrough(new TextDecoderStream()), destroy() {} }),
    };
    Object.defineProperty(globalThis, "LanguageModel", { value: LanguageModel, configurable: true });
  });
  await prepare(anna);
  await anna.click("button", "Ask the model");
  await anna.click("button", "Send");
  await expect(anna.page.locator(".model-said")).toHaveText("heard true");
  expect(model.heard).toEqual([]);
});
