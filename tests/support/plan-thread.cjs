require('./typescript.cjs');
require('../../server/jobs/plan-thread.ts');
