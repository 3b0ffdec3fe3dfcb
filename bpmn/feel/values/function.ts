import type { Frame } from '../evaluate/frame.js';

/** A function as a value: what an expression defines, one of FEEL's own, or one the caller brings. */
export class FeelFunction {
  constructor(
    /** Names of the parameters; undefined where only the function itself knows what it takes. */
    readonly parameters: readonly string[] | undefined,
    readonly call: (values: readonly unknown[], frame: Frame) => unknown,
    /** Levels it lies deeper than its caller. */
    readonly depth = 1,
  ) {}
}
