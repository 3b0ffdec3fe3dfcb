/** Puts a diagram to the test: plays a script on the pure engine with a virtual clock, or elsewhere. */
export { runScript } from './run.js';
export {
  ScriptUnusable,
  type Expectation,
  type Script,
  type ScriptStep,
  type Verdict,
} from './script.js';
export {
  waitingIn,
  type Effects,
  type PlayedCase,
  type Theatre,
  type Thrown,
  type Waiting,
} from './played-case.js';
