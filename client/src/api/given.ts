/** What the server has sent along with the page, by path. */
let given: Map<string, unknown> | null = null;

/** Good for the first drawing and not a moment longer: from then on what is on screen is asked for, or told live. */
const KEPT_MS = 5000;

/** The answer to a first reading, each once; undefined where one has to ask. */
export function takeGiven(path: string): unknown {
  given ??= unpacked();
  const value = given.get(path);
  given.delete(path);
  return value;
}

function unpacked(): Map<string, unknown> {
  setTimeout(() => given?.clear(), KEPT_MS);
  const text = document.getElementById('given')?.textContent;
  return new Map(Object.entries(text ? JSON.parse(text) as object : {}));
}
