/**
 * The engine's tests, and how much of it they reach. Part of `npm test`, which fails below the
 * threshold: `npm run jest -- -c jest.engine.config.mjs`.
 */
import config, { ENGINE_TESTS } from './jest.config.mjs';

const [{ testMatch: _, ...unit }] = config.projects;

export default {
  ...unit,
  testRegex: ENGINE_TESTS,
  collectCoverage: true,
  collectCoverageFrom: ['bpmn/engine/**/*.ts', '!bpmn/engine/testing/**'],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 95 } },
};
