/** Mutation testing of the engine: `npm run mutation`; `-- --mutate FILES` for a sample of it. */
export default {
  mutate: ['bpmn/engine/**/*.ts', '!bpmn/engine/**/*.test.ts', '!bpmn/engine/testing/**'],
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { configFile: 'jest.mutation.config.mjs' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['web', 'demonstration', 'docs', 'coverage', '.data', 'reports'],
};
