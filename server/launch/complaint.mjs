/** What went wrong for a reason outside this program: shown as its one line, without a stack. */
export class Complaint extends Error {
  complain = true;
}

/** Progress goes to standard error; standard output belongs to the server. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
