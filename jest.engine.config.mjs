/**
 * The engine's tests, and how much of it they reach. Part of `npm test`, which fails below the
 * threshold: `npm run jest -- -c jest.engine.config.mjs`.
 */
import config, { ENGINE_TESTS } from './jest.config.mjs';
import { SWC } from './tools/build/swc.mjs';

export default {
  testTimeout: config.testTimeout,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest', SWC] },
  resolver: '<rootDir>/jest.resolver.cjs',
  testRegex: ENGINE_TESTS,
  collectCoverage: true,
  collectCoverageFrom: ['bpmn/engine/**/*.ts', '!bpmn/engine/testing/**'],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 95 } },
};
