// A worker in a process of its own, for tests that kill it.
require('../support/typescript.cjs');
const { smtpPostman } = require('../../server/mail/postman.ts');
const { startMailQueue } = require('../../server/jobs/mail-queue.ts');
const { openDatabase } = require('../../server/store/database.ts');
const { sender } = require('../mail/an-invitation.ts');

const { smtpUrl, ...options } = JSON.parse(process.argv[2]);
const log = { info() {}, warn() {}, error() {} };
startMailQueue({
  ...options, sender, db: openDatabase(options.databaseUrl), postman: smtpPostman(smtpUrl), role: 'worker', log, clock: () => Date.now(),
}).ready().then(() => process.stdout.write('ready\n'));
