/**
 * The engine's tests, and how much of it they reach. Part of `npm test`, which fails below the
 * threshold: `npm run jest -- -c jest.engine.config.mjs`.
 */
import config, { ENGINE_TESTS } from './jest.config.mjs';

export default {
  testTimeout: config.testTimeout,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  resolver: '<rootDir>/jest.resolver.cjs',
  testRegex: ENGINE_TESTS,
  collectCoverage: true,
  collectCoverageFrom: ['bpmn/engine/**/*.ts', '!bpmn/engine/testing/**'],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 95 } },
};
