import { readFileSync } from 'node:fs';

/** Ends the process with one line when this Node is older than package.json's `engines` asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  if (!isOlder(process.versions.node, wanted)) return;
  process.stderr.write(`Visavis needs Node ${wanted} or newer, this is Node ${process.versions.node}: install a newer one from https://nodejs.org and run the command again.\n`);
  process.exit(1);
}

/** Whether version `a` comes before version `b`; both are three numbers with points between them. */
export function isOlder(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const index = left.findIndex((part, at) => part !== right[at]);
  return index >= 0 && left[index] < right[index];
}
