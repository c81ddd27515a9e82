require('./typescript.cjs');
require('../../server/jobs/plan-process.ts');
