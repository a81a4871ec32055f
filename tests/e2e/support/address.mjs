// Where the page is served.

/**
 * A full address from one below the page's own.
 * @param {string} [url]
 */
export function full(url = "") {
  const base = process.env.BASE_URL;
  if (!base) throw new Error("BASE_URL is not set: run `cargo xtask e2e`");
  return new URL(url, base).href;
}
