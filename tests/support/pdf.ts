import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The text of a PDF, as a reader that others wrote finds it. Throws what the reader says when it is none. */
export function readPdf(bytes: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'read-pdf.mjs')], { input: bytes, encoding: 'utf8' });
  if (status !== 0) throw new Error(`not a readable PDF: ${stderr}`);
  return stdout;
}
