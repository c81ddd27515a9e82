// `npm run bench`: measures, each against a limit of the same run, and prints one table; `--json` prints the rows.
require('../support/typescript.cjs');
const { default: setUp } = require('../support/postgres-setup.ts');
const { default: tearDown } = require('../support/postgres-teardown.ts');
const { measureAll } = require('./all.ts');
const { table } = require('./table.ts');

main(process.argv.includes('--json'));

async function main(asJson) {
  await setUp();
  try {
    const rows = await measureAll((what) => process.stderr.write(`${what}…\n`));
    process.stdout.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
    process.exitCode = rows.every(({ verdict }) => verdict === 'met') ? 0 : 1;
  } finally {
    await tearDown();
  }
}
