/**
 * The workflow's own time in ms: Temporal replaces Date in its sandbox by the time of the workflow
 * task, which replays. The only place in `workflows` that may read it.
 */
export function now(): number {
  return Date.now();
}
