/**
 * The engine's tests, and how much of it they reach. Part of `npm test`, which fails below the
 * threshold: `npm run jest -- -c jest.engine.config.mjs`.
 */
import config, { ENGINE_TESTS, native } from './jest.config.mjs';
import { SWC } from './tools/build/swc.mjs';

export default {
  testTimeout: config.testTimeout,
  extensionsToTreatAsEsm: ['.ts'],
  ...native,
  globalSetup: '<rootDir>/tools/test/native/counted-setup.mjs',
  testRegex: ENGINE_TESTS,
  collectCoverage: true,
  collectCoverageFrom: ['bpmn/engine/**/*.ts', '!bpmn/engine/testing/**'],
  // What no test loads counts as well: that is compiled by Jest itself.
  transform: { '^.+\\.tsx?$': ['@swc/jest', SWC] },
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 95 } },
};
