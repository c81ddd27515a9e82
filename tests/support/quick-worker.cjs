// A thread that waits a moment and says when it had begun and when it ended.
const { parentPort } = require('node:worker_threads');

const began = Date.now();
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
parentPort.postMessage({ began, ended: Date.now() }, []);
