// Lets a plain `node` process require TypeScript, as Jest does: swc turns each file as it is asked for.
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

// As in Jest's environment, beside this file; here everything is outside.
globalThis.outsideJest = require;

require.extensions['.ts'] = (module, filename) => {
  const options = { filename, swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  // oxlint-disable-next-line no-underscore-dangle -- Node's own name for it
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};
