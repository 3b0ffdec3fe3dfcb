/** The standard loop: one body, which holds the token and the boundary events, one pass at a time. */
import type { Activity, StandardLoop } from '../../../model/process.js';
import type { Variables } from '../../api.js';
import { noteCompleted, remember } from '../../completed.js';
import { fitting, isCount, isTrue } from '../../expressions.js';
import { failed, type Failure, type Result } from '../../failure.js';
import { leaveActivity } from '../../leaving.js';
import type { Run } from '../../run.js';
import { remove } from '../../scopes.js';
import type { Instance, Multi } from '../../state.js';
import { assignAll } from '../../variables.js';

/** Creates the body; a loop that tests first may have no pass at all. */
export function enterLoop(
  run: Run,
  scope: Instance,
  activity: Activity,
  loop: StandardLoop,
  more: Partial<Instance>,
): Result {
  const total = maximumOf(run, scope, loop);
  if (failed(total)) return total;
  const again = loop.testBefore ? goesOn(run, scope, loop, { total, completed: 0 }) : total !== 0;
  if (failed(again)) return again;
  const multi: Multi = { total, next: 0, active: 0, completed: 0, terminated: 0 };
  const body = run.create(scope, activity.id, { ...more, multi });
  run.push({ do: again ? 'arm' : 'close', in: body.id });
}

/** -1 = no maximum. */
function maximumOf(run: Run, scope: Instance, { maximum }: StandardLoop): number | Failure {
  if (!maximum) return -1;
  return fitting(run, scope, maximum, {
    place: '循环次数上限',
    kind: '不小于 0 的整数',
    fits: isCount,
  });
}

/** Whether one more pass is due. */
function goesOn(
  run: Run,
  from: Instance,
  { condition }: StandardLoop,
  { total, completed }: Pick<Multi, 'total' | 'completed'>,
  variables: Variables = {},
): boolean | Failure {
  if (total >= 0 && completed >= total) return false;
  if (!condition) return true;
  return isTrue(run, from, condition, { ...variables, loopCounter: completed });
}

/** Begins the next pass. */
export function beginPass(run: Run, body: Instance): void {
  const { multi } = body;
  if (!multi) throw new Error(`instance ${body.id} is no loop's body`);
  const index = multi.next;
  multi.next += 1;
  multi.active = 1;
  const instance = run.create(body, body.element, { index, variables: { loopCounter: index } });
  run.push({ do: 'begin', in: instance.id });
}

/** One pass is done. */
export function completePass(
  run: Run,
  instance: Instance,
  activity: Activity,
  loop: StandardLoop,
  outputs: Variables,
): Result {
  const body = run.instance(instance.parent);
  const { multi } = body;
  if (!multi) throw new Error(`instance ${body.id} is no loop's body`);
  const after = { total: multi.total, completed: multi.completed + 1 };
  const again = goesOn(run, body, loop, after, outputs);
  if (failed(again)) return again;
  multi.active = 0;
  multi.completed = after.completed;
  assignAll(run, run.instance(body.parent), outputs);
  noteCompleted(run, instance, activity);
  remove(run, instance);
  run.completed(activity);
  run.push({ do: again ? 'spawn' : 'close', in: body.id });
}

/** The last pass is done: the token goes on. */
export function closeLoop(run: Run, body: Instance, activity: Activity): void {
  remember(run.instance(body.parent), body.multi?.undo);
  leaveActivity(run, body, activity);
}
