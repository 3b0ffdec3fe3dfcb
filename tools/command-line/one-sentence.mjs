/**
 * Loaded before each command by `tools/run.mjs`: whatever it does not catch itself ends in one sentence and
 * exit code 2, not in a stack. Who mends a command sets ONESTOP_STACKS=1 and sees where it broke.
 */
import { sentenceOf } from './refusal.mjs';

process.on('uncaughtException', (error) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  if (process.env.ONESTOP_STACKS && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exit(2);
});
