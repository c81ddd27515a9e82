const { TestEnvironment } = require('jest-environment-node');

/** Jest's own, with a way out of it: what is large is loaded once for a test process, as Node does, and not anew for each of its files. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.outsideJest = require;
  }
};
