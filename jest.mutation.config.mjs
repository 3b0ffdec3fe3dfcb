/** The tests that mutants of the engine have to survive: its own, and every conformance script. */
import config from './jest.config.mjs';

const [unit] = config.projects;

export default {
  ...unit,
  testMatch: ['<rootDir>/bpmn/engine/**/*.test.ts', '<rootDir>/tools/bpmn/conformance.test.ts'],
};
