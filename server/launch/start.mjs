// `npm start`: makes a fresh clone ready and then becomes the server. Runs before anything is installed.
import { requireNode } from './node-version.mjs';

requireNode();
import('./prepare.mjs')
  .then(({ prepare }) => prepare())
  .then(() => {
    if (process.env.DEMO === undefined) process.env.DEMO = '1';
    // In this very process, not in a child: a signal reaches the server exactly once, however it was sent,
    // its exit code is ours, and nobody is left behind when we are killed.
    return import('../../build/server/main.js');
  })
  .catch((error) => {
    const { complain } = error;
    process.stderr.write(`${complain ? error.message : error.stack}\n`);
    process.exit(1);
  });
