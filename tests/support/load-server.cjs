// The whole server from its sources, outside Jest; `tests/support/app.ts` starts it.
require('./typescript.cjs');
const { recordFolder } = require('./calendar-record.ts');
const { recordingEvents, recordingFeeds } = require('./recording.ts');

// Not built, it has no program beside it that solves.
replace('../../server/jobs/plan-process-file.ts', () => require('./plan-process-file.ts'));
if (recordFolder) {
  replace('../../server/calendar/write-event.ts', recordingEvents);
  replace('../../server/calendar/write-feed.ts', recordingFeeds);
}

const { readConfig } = require('../../server/config.ts');
const { openLog } = require('../../server/log.ts');
const { start } = require('../../server/start.ts');

module.exports = { readConfig, openLog, start };

function replace(path, exportsFor) {
  const actual = require(path);
  require.cache[require.resolve(path)].exports = exportsFor(actual);
}
