/** Mutation testing of the engine: `npm run mutation`; `-- --mutate FILES` for a sample of it. */
export default {
  mutate: ['bpmn/engine/**/*.ts', '!bpmn/engine/**/*.test.ts', '!bpmn/engine/testing/**'],
  plugins: ['./tools/mutation/runner.mjs', './tools/mutation/unobservable.mjs'],
  ignorers: ['unobservable'],
  testRunner: 'engine',
  testRunnerNodeArgs: ['--no-warnings'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 15_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: '.stryker-tmp',
  ignorePatterns: ['web', 'demonstration', 'docs', 'coverage', '.data', 'reports'],
};
