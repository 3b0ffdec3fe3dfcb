/**
 * How much of the engine its tests reach: its own unit tests, every conformance script, and every
 * script with a migration at each rest. Part of `npm test`, which fails below the threshold:
 * `npm run jest -- -c jest.engine.config.mjs`.
 */
import config from './jest.config.mjs';

const [unit] = config.projects;

export default {
  ...unit,
  testMatch: [
    '<rootDir>/bpmn/engine/**/*.test.ts',
    '<rootDir>/tools/bpmn/{conformance,migrating}.test.ts',
  ],
  collectCoverage: true,
  collectCoverageFrom: ['bpmn/engine/**/*.ts', '!bpmn/engine/testing/**'],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 95 } },
};
