/**
 * Loads test files as `build.mjs` has made them, by Node itself instead of by Jest's own loader, which
 * reads, compiles and links two thousand modules anew for each file. Here what files share is loaded once
 * a process, and keeps its state from one file to the next, as in a program that runs for long.
 */
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { BUILT, moduleOf } = require('./places.cjs');

const GIVEN = [
  'describe',
  'it',
  'test',
  'expect',
  'beforeAll',
  'beforeEach',
  'afterEach',
  'afterAll',
];

/** Jest asks by the place in a stack, which for a module is its URL. */
class SourceMaps extends Map {
  get(url) {
    return url?.startsWith(pathToFileURL(process.env[BUILT]).href)
      ? `${fileURLToPath(url)}.map`
      : undefined;
  }
}

exports.__esModule = true;
exports.default = class NativeRuntime extends Runtime {
  maps = new SourceMaps();

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(file) {
    const { global } = this._environment;
    for (const name of [...GIVEN, 'console']) globalThis[name] = global[name];
    await import(pathToFileURL(moduleOf(file)).href);
  }

  getSourceMaps() {
    return this.maps;
  }

  /** Of all that this process ran so far; Jest adds up, and asks only what was reached. */
  getAllCoverageInfoCopy() {
    return globalThis.__coverage__ && structuredClone(globalThis.__coverage__);
  }
};
