/** Puts a diagram to the test: plays a script on the pure engine with a virtual clock, or elsewhere. */
export { scriptClock } from './script-runner.js';
export { runScript } from './run.js';
export { heldByItself, rehearse, testOf, type Scene, type Waits } from './rehearsal.js';
export { keptFindings, runKept } from './kept.js';
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
  engineHost,
  waitingIn,
  type Effects,
  type ScriptedCase,
  type ScriptHost,
  type Thrown,
  type Waiting,
} from './scripted-case.js';
