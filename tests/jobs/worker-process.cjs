// A worker in a process of its own, for tests that kill it. Node runs no TypeScript here, so swc turns each file as it is required.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const options = { filename, swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  // oxlint-disable-next-line no-underscore-dangle -- Node's own name for it
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};

const { smtpPostman } = require('../../server/mail/postman.ts');
const { startMailQueue } = require('../../server/jobs/mail-queue.ts');
const { openDatabase } = require('../../server/store/database.ts');

const { smtpUrl, ...options } = JSON.parse(process.argv[2]);
const log = { info() {}, warn() {}, error() {} };
startMailQueue({
  ...options, db: openDatabase(options.databaseUrl), postman: smtpPostman(smtpUrl), role: 'worker', log, clock: () => Date.now(),
}).ready().then(() => process.stdout.write('ready\n'));
