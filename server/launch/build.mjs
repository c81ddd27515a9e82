// `npm run build`: what a production image runs before it drops the packages that only the build needs.
import { requireNode } from './node-version.mjs';

requireNode();
import('./prepare.mjs')
  .then(({ prepare }) => prepare({ forBuilding: true }))
  .catch((error) => {
    process.stderr.write(`${error.complain ? error.message : error.stack}\n`);
    process.exit(1);
  });
