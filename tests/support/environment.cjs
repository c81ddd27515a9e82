const { TestEnvironment } = require('jest-environment-node');

/** Jest's own, with a way out of it: a test process loads the server once, as Node does, and not anew for each of its files. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadServer = () => require('./load-server.cjs');
  }
};
