// A thread that never ends, or takes all the memory there is: `workerData.wants` says which.
const { workerData } = require('node:worker_threads');

const taken = [];
for (;;) if (workerData.wants === 'memory') taken.push(Array.from({ length: 10_000 }, () => ({})));
