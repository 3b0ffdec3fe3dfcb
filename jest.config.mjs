/**
 * Unit tests stand beside the code; tests on real servers stand in `test/`. They are built into few modules,
 * which Node itself loads (`tools/test/native`).
 */
/** Of each project. */
export const native = {
  runtime: '<rootDir>/tools/test/native/runtime.cjs',
  testEnvironment: '<rootDir>/tools/test/native/environment.mjs',
  // What the tests' environment shares with Node is not Jest's to clean away.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  transform: {},
  globalSetup: '<rootDir>/tools/test/native/setup.mjs',
};

const project = {
  // The same for all, so that they share what is known of the files.
  id: 'onestop',
  extensionsToTreatAsEsm: ['.ts'],
  ...native,
};

/** The engine's own: its unit tests, every conformance script, each also with a migration at its rests. */
export const ENGINE_TESTS = [
  '/bpmn/engine/.*\\.test\\.ts$',
  '/tools/bpmn/(conformance|migrating)\\.test\\.ts$',
];

const UNIT_TESTS = [
  '<rootDir>/{bpmn,workflows,activities,src,province,tools,web/src}/**/*.test.ts',
];

/** What only `npm run test:long` runs: tools/test/long.ts. */
const LONG_ONLY = process.env.TEST_SIZE === 'long' ? [] : ['\\.long\\.test\\.ts$'];

const servers = {
  globalSetup: '<rootDir>/test/servers/global-setup.mjs',
  globalTeardown: '<rootDir>/test/servers/global-teardown.mjs',
};

export default {
  // Machines are busy at times; a test that hangs fails all the same.
  testTimeout: 30_000,
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: UNIT_TESTS,
    },
    // The unit tests that `jest.engine.config.mjs` does not run already, with coverage, in `npm test`.
    {
      ...project,
      displayName: 'beside-engine',
      testMatch: UNIT_TESTS,
      testPathIgnorePatterns: ['/node_modules/', ...ENGINE_TESTS],
    },
    {
      ...project,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/(browser|chaos|end-to-end)/',
        '\\.large\\.test\\.ts$',
        ...LONG_ONLY,
      ],
      ...servers,
    },
    // Thousands of cases or steps, which take the servers for themselves: one test file at a time.
    {
      ...project,
      displayName: 'large',
      testMatch: ['<rootDir>/test/**/*.large.test.ts'],
      ...servers,
    },
    // The whole platform as its real processes, some of them killed: one test file at a time.
    {
      ...project,
      displayName: 'chaos',
      testMatch: ['<rootDir>/test/{chaos,end-to-end}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...LONG_ONLY],
    },
    // The pages in a real browser, on the whole platform.
    {
      ...project,
      displayName: 'browser',
      testEnvironment: '<rootDir>/test/browser/environment.mjs',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
