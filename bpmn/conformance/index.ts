/** Puts a diagram to the test: plays a script on the pure engine with a virtual clock. */
export { runScript } from './run.js';
export {
  ScriptUnusable,
  type Expectation,
  type Script,
  type ScriptStep,
  type Verdict,
} from './script.js';
