/**
 * Moves a running case to another version of its process: every token to the element of the same id
 * or the one chosen for it. Nothing is half moved: there is a new state, or a list of what stands
 * in the way. What has happened stays happened; what is waited for keeps its due time.
 */
import type { Element, ProcessModel, UserTask } from '../../model/process.js';
import type { Clock, Command } from '../api.js';
import { closeOpen, keyOf, openTask } from '../wait-states.js';
import type { Instance, State, Work } from '../state.js';
import { moveCompensation } from './completed.js';
import { moveContainer } from './containers.js';
import { Versions, type MigrationPlan, type MigrationProblem } from './versions.js';
import { waitAnew } from './waiting.js';

export type Migration =
  | { ok: true; state: State; commands: Command[] }
  | { ok: false; problems: MigrationProblem[] };

/** Pure. @param at the instant of the migration, milliseconds since the epoch */
export function migrate(
  from: ProcessModel,
  to: ProcessModel,
  before: State,
  plan: MigrationPlan,
  at: number,
  clock: Clock,
): Migration {
  const versions = new Versions(from, to, before, plan, at, clock);
  const { problems, run } = versions;
  const { state } = run;
  // parents stand before what they contain, so a body is known before what is in it
  for (const old of Object.values(before.instances)) moveInstance(versions, old);
  for (const incident of Object.values(before.incidents)) {
    const retry = moveWork(versions, incident.retry);
    const rest = incident.rest?.flatMap((work) => moveWork(versions, work) ?? []);
    const element = versions.name(incident.element);
    if (retry)
      state.incidents[incident.id] = { ...incident, element, retry, ...(rest && { rest }) };
  }
  if (problems.length > 0) return { ok: false, problems };
  for (const instance of Object.values(state.instances)) waitAnew(versions, instance);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, state, commands: run.commands };
}

function moveInstance(versions: Versions, old: Instance): void {
  const instance = versions.run.instance(old.id);
  if (old.called !== undefined) {
    instance.element = versions.name(old.element);
    if (!isPart(versions, instance, old.called)) return;
  } else if (old.parent !== '') {
    const element = fitting(versions, old);
    if (!element) return;
    instance.element = element.id;
    moveOpen(versions, old, instance, element);
  }
  moveContainer(versions, instance);
  moveCompensation(versions, instance);
}

/** The new element of an instance; undefined, with a problem, when it does not fit. */
function fitting(versions: Versions, old: Instance): Element | undefined {
  const was = versions.old.element(old);
  const element = versions.counterpart(versions.scopeAround(old.id), was);
  if (!element) return undefined;
  if (markerOf(element) !== markerOf(was))
    return versions.refuse(
      was.id,
      'marker-differs',
      `“${was.name ?? was.id}”的多实例或循环标记与新版本不同，请待它完成后再迁移，或指定其他环节。`,
    );
  return element;
}

/** Whether the new version, too, knows the process that is being called; else that is a problem. */
function isPart(versions: Versions, { id, parent }: Instance, called: string): boolean {
  const { bodies } = versions.run;
  // what is around the call could not be moved, which has been said
  if (!versions.scopeAround(id)) return false;
  if (bodies.calledProcess(versions.run.instance(parent), called)) return true;
  const message = `正在执行的被调用流程 ${called} 不在新版本中，请待它完成后再迁移。`;
  versions.refuse(versions.was(id).element, 'call-missing', message);
  return false;
}

/** A person's task opens under its new name; an adapter's work cannot be taken back. */
function moveOpen(versions: Versions, old: Instance, instance: Instance, element: Element): void {
  const { open } = old;
  const { run } = versions;
  if (!open || keyOf(old) === keyOf(instance)) return;
  if (open.type !== 'task') {
    versions.refuse(
      old.element,
      'work-in-flight',
      `“${element.name ?? element.id}”的外部调用正在进行，不能改到别的环节，请待它完成后再迁移。`,
    );
    return;
  }
  instance.element = old.element;
  closeOpen(run, instance, 'cancelled');
  instance.element = element.id;
  instance.open = open;
  // of the same type as the one it was opened for
  run.emit({ type: 'openTask', task: openTask(instance, element as UserTask) });
}

/** What a retry would do again: its element is to be found then. */
function moveWork(versions: Versions, work: Work): Work | undefined {
  const { old, run } = versions;
  // what an incident is at lives: it is forgotten with it; what waits behind it may be gone
  if (!versions.before.instances[work.in]) return undefined;
  const place = versions.was(work.in);
  const now = run.instance(work.in);
  if (work.do === 'arrive') {
    const flow = versions.flow(now, work.flow);
    return flow === undefined ? undefined : { ...work, flow };
  }
  if (!('element' in work) || work.element === undefined) return work;
  const was = old.elementIn(old.container(place), work.element);
  const element = versions.counterpart(versions.scopeIn(now), was);
  return element && { ...work, element: element.id };
}

function markerOf(element: Element): string {
  if ('loop' in element && element.loop) return 'loop';
  if (!('multiInstance' in element) || !element.multiInstance) return '';
  return element.multiInstance.sequential ? 'sequential' : 'parallel';
}
