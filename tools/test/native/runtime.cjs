/**
 * Loads test files by Node itself instead of by Jest's own loader, which reads, compiles and links two
 * thousand modules anew for each file. Here what files share is loaded once a process, and keeps its
 * state from one file to the next, as in a program that runs for long.
 */
const { register } = require('node:module');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { isOurs, mapOf } = require('./places.cjs');

register('./hooks.mjs', pathToFileURL(__filename));

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
    return isOurs(url) && url.endsWith('.ts') ? mapOf(fileURLToPath(url)) : undefined;
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
    await import(pathToFileURL(file).href);
  }

  getSourceMaps() {
    return this.maps;
  }
};
