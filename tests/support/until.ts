/** Waits until it holds, looking again and again; after `seconds` it fails with what was waited for, and how things stand then. */
export async function until(what: string | (() => Promise<string>), holds: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!await holds()) {
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s in vain: ${typeof what === 'string' ? what : await what()}`);
    await pause(25);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
