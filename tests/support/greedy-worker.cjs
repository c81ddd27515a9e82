// A thread that never ends, or takes all the memory there is: `workerData.wants` says which.
const { workerData } = require('node:worker_threads');

// Most of its time it waits, so that the machine does not pay for all of it; at its end it is as busy as can be.
if (workerData.wants === 'time') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3500);
const taken = [];
for (;;) if (workerData.wants === 'memory') taken.push(Array.from({ length: 1_000_000 }, Math.random));
