/** Mutation testing of FEEL: `npm run mutation -- stryker.feel.config.mjs`, as that of the engine. */
import engine from './stryker.config.mjs';

export default {
  ...engine,
  // What only happens while modules load is not scored: each such mutant costs every test.
  ignoreStatic: true,
  mutate: ['bpmn/feel/**/*.ts', '!bpmn/feel/**/*.test.ts', '!bpmn/feel/testing/**'],
  // without those that go on up to the limits in use: minutes for each mutant that survives
  suite: {
    tests: ['bpmn/feel', 'bpmn/dmn'],
    without: ['bpmn/feel/costly.test.ts'],
    scripts: false,
  },
  jsonReporter: { fileName: 'reports/mutation/feel.json' },
};
