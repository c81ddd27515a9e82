// The text of the PDF on standard input: a process of its own, since Jest has no `import()` for packages that need it.
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';

const document = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)));
process.stdout.write((await extractText(document, { mergePages: true })).text);
