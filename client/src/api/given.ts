/** What the server has sent along with the page, by path. */
let given: Map<string, unknown> | null = null;

/** Good for the first drawing and not a moment longer: from then on what is on screen is asked for, or told live. */
const KEPT_MS = 5000;

/** The answer to a first reading; undefined where one has to ask. */
export function givenFor(path: string): unknown {
  given ??= unpacked();
  return given.get(path);
}

/** Something has changed, or is about to: what came with the page is old. */
export function forgetGiven(): void {
  given?.clear();
}

function unpacked(): Map<string, unknown> {
  setTimeout(forgetGiven, KEPT_MS);
  const text = document.getElementById('given')?.textContent;
  return new Map(Object.entries(text ? JSON.parse(text) as object : {}));
}
