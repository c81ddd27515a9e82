// Packages published as ES modules only; Jest runs CommonJS, so swc turns these too.
const esm = ['ical-generator', 'ical.js', 'preact', '@preact', 'fast-check', 'pure-rand'];

export default {
  rootDir: '.',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: '<rootDir>/tests/support/environment.cjs',
  globalSetup: '<rootDir>/tests/support/postgres-setup.ts',
  globalTeardown: '<rootDir>/tests/support/postgres-teardown.ts',
  setupFiles: ['<rootDir>/tests/support/record-calendars.ts'],
  // A thread does not run under Jest: its file turns TypeScript by itself.
  moduleNameMapper: { '/plan-process-file\\.ts$': '<rootDir>/tests/support/plan-process-file.ts' },
  extensionsToTreatAsEsm: [],
  transform: {
    '\\.(m?js|tsx?)$': ['@swc/jest', {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      },
      module: { type: 'commonjs' },
    }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  // Two more than the two processors that it is meant for: many tests wait for other processes.
  maxWorkers: 4,
  // A bound for what hangs, not a measure: the machine may be busy.
  testTimeout: 30_000,
};
