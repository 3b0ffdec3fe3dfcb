/** Unit tests stand beside the code; tests on real servers stand in `test/`. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2022',
      },
      module: { type: 'es6' },
    },
  ],
};

const project = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
};

export default {
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/{bpmn,workflows,activities,src,province,tools}/**/*.test.ts'],
    },
    {
      ...project,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
    },
  ],
};
