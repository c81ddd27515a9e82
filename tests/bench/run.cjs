// `npm run bench`: measures, each against a limit of the same run, and prints one table; `--json` prints the rows,
// `--only WORD` what has the word in its name.
process.env.VISAVIS_BENCH = '1';
require('../support/typescript.cjs');
const { default: setUp } = require('../support/postgres-setup.ts');
const { default: tearDown } = require('../support/postgres-teardown.ts');
const { measureAll } = require('./all.ts');
const { table } = require('./table.ts');

const only = process.argv.indexOf('--only');
main(process.argv.includes('--json'), only < 0 ? '' : process.argv[only + 1]);

async function main(asJson, wanted) {
  await setUp();
  try {
    const rows = await measureAll((what) => process.stderr.write(`${what}…\n`), wanted);
    process.stdout.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
    process.exitCode = rows.every(({ verdict }) => verdict === 'met') ? 0 : 1;
  } finally {
    await tearDown();
  }
}
