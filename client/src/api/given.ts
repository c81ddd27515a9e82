/** What the server has sent along with the page, by path. */
const given = new Map<string, unknown>(Object.entries(parsed()));

/** Good for the first drawing and not a moment longer: from then on what is on screen is asked for, or told live. */
const KEPT_MS = 5000;
setTimeout(() => given.clear(), KEPT_MS);

/** The answer to a first reading, each once; undefined where one has to ask. */
export function takeGiven(path: string): unknown {
  const value = given.get(path);
  given.delete(path);
  return value;
}

function parsed(): Record<string, unknown> {
  const text = document.getElementById('given')?.textContent;
  return text ? JSON.parse(text) as Record<string, unknown> : {};
}
