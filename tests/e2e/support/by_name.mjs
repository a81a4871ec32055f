// Finds an element by role and accessible name, inside a page. Firefox's own
// search (WebDriver BiDi) takes half a second each time; this covers what the
// tests name. Chromium's people use the browser's real accessibility names.

/**
 * Runs in the page: the first visible element of that role and name, or null.
 * @param {string} role
 * @param {string} name
 */
export function byName(role, name) {
  const SELECTORS = {
    button: "button, [role=button]",
    dialog: "dialog[open], [role=dialog]",
    heading: "h1, h2, h3",
    list: "ul, ol",
    radio: "input[type=radio], [role=radio]",
    radiogroup: "[role=radiogroup]",
    region: "section, [role=region]",
    status: "[role=status]",
    switch: "[role=switch]",
    textbox: "input:not([type]), input[type=text], textarea",
  };
  const words = (element) => {
    const said = element.cloneNode(true);
    for (const silent of said.querySelectorAll("[aria-hidden=true]")) silent.remove();
    return said.textContent;
  };
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    const text =
      element.getAttribute("aria-label") ??
      (by ? document.getElementById(by)?.textContent : undefined) ??
      element.labels?.[0]?.textContent ??
      words(element);
    return (text ?? "").replace(/\s+/g, " ").trim();
  };
  // Under a modal dialog nothing else can be found, as for a screen reader.
  const room = document.querySelector("dialog:modal") ?? document;
  const all = [...room.querySelectorAll(SELECTORS[role]), ...(role === "dialog" && room !== document ? [room] : [])];
  return all.find((element) => nameOf(element) === name && element.getClientRects().length > 0) ?? null;
}
