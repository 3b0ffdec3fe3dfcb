/** Puts a diagram to the test: plays a script on the pure engine with a virtual clock, or elsewhere. */
export { scriptClock } from './player.js';
export { runScript } from './run.js';
export { checkedScript } from './checked.js';
export {
  ScriptUnusable,
  type Expectation,
  type Script,
  type ScriptStep,
  type Verdict,
} from './script.js';
export {
  effectsOf,
  engineTheatre,
  waitingIn,
  type Effects,
  type PlayedCase,
  type Theatre,
  type Thrown,
  type Waiting,
} from './played-case.js';
