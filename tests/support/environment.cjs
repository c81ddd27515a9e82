const asyncHooks = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

const { AsyncLocalStorage } = asyncHooks;

/** Jest's own, with a way out of it: what is large is loaded once for a test process, as Node does, and not anew for each of its files. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.outsideJest = require;
    asyncHooks.AsyncLocalStorage = OneAtATime;
  }

  /** By now Jest has made its storage; whatever else makes one gets Node's. */
  handleTestEvent({ name }) {
    if (name === 'setup') asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
  }
};

/**
 * Which test or hook is running, as Jest asks when a promise is rejected and nobody has heard: none of ours runs beside another.
 * Node's storage would be told of every promise of the process, one more for each file that has been run in it, and forget none.
 */
class OneAtATime {
  #store;

  getStore() {
    return this.#store;
  }

  run(store, work) {
    const before = this.#store;
    const restore = () => { this.#store = before; };
    this.#store = store;
    const done = work();
    done.then(restore, restore);
    return done;
  }
}
