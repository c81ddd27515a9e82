import { defineConfig } from 'vite';

/** Where the API answers while the client is served by Vite in development. */
const SERVER = 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../build/client',
    emptyOutDir: true,
    target: 'es2022',
    // Engines that know `light-dark()`; below them the minifier would unfold every colour into two.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What nearly every page draws with, in one file: a dozen tiny ones weigh more together.
        codeSplitting: { groups: [{ name: 'shared', test: /client\/src\/(format\/(time|clock|city|names)|components\/(page|when|comfort-dot|error-note|skeleton|heading|mark)|api\/(catalogue|sessions)|live\/listing)/ }] },
      },
    },
    // Data URLs for fonts and pictures are refused by the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/mailbox': SERVER,
      '/sign-in': SERVER,
      '/live': { target: SERVER, ws: true },
    },
  },
});
