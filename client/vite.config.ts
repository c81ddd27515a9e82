import { defineConfig, type Plugin } from 'vite';

/** Where the API answers while the client is served by Vite in development. */
const SERVER = 'http://127.0.0.1:3000';

/** Of Socket.IO's transports, XMLHttpRequest and WebTransport would be fetched by every visitor and used by none. */
const TRANSPORTS = "import { Fetch } from './polling-fetch.js';\nimport { WS } from './websocket.js';\nexport const transports = { polling: Fetch, websocket: WS };\n";
/** Our live messages are plain JSON (`shared/live.ts`): nothing binary is ever taken apart or put together. */
const NO_BINARY = {
  'is-binary.js': 'export const isBinary = () => false;\nexport const hasBinary = () => false;\n',
  'binary.js': 'export const deconstructPacket = (packet) => ({ packet, buffers: [] });\nexport const reconstructPacket = (packet) => packet;\n',
};
const lighterSocket: Plugin = {
  name: 'lighter-socket',
  transform: (_code, id) => {
    if (id.endsWith('/engine.io-client/build/esm/transports/index.js')) return TRANSPORTS;
    const [, file] = /\/socket\.io-parser\/build\/esm\/(is-binary\.js|binary\.js)$/.exec(id) ?? [];
    return file ? NO_BINARY[file as keyof typeof NO_BINARY] : null;
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [lighterSocket],
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
        // A hundred of these names are part of what every page fetches.
        chunkFileNames: 'assets/[hash].js',
        // What nearly every page draws with, in one file: a dozen tiny ones weigh more together.
        codeSplitting: {
          groups: [
            { name: 'shared', test: /client\/src\/(format\/(time|clock|city|names|hours|zoned)|components\/(page|when|comfort-dot|error-note|skeleton|heading|mark|unloadable|deferred|kept-until)|api\/(catalogue|sessions)|state\/use-event|locales\/plural)/ },
            // The grid of a week, in which facilitators open hours and clusters mark them.
            { name: 'week', test: /client\/src\/(format\/spans|pages\/facilitator\/(week-columns|week-hours|availability-form|grid-move|use-painting|time-field))/ },
          ],
        },
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
