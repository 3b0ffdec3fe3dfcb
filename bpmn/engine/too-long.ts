/** What to say of a step that was stopped: that the diagram runs in circles, or that there is too much. */
import { elementOf } from './incidents.js';
import { Failure } from './failure.js';
import type { Run } from './run.js';
import type { Instance, Work } from './state.js';

/** What one step completes more often than this runs in circles, unless a multi-instance asks for it. */
const OFTEN = 100;

/** @param work at which the step was stopped */
export function tooLong(run: Run, work: Work): Failure {
  const { name, id } = placeOf(run, work);
  const place = `“${name ?? id}”`;
  const [code, message] = isCircling(run, work)
    ? (['endless-loop', circling(place)] as const)
    : (['step-too-long', tooMuch(place)] as const);
  return new Failure(code, message, undefined, id);
}

const circling = (place: string): string =>
  `流程在${place}处不停地自转，没有等待任何人或事，已经停下。` +
  '请检查循环的条件，补正变量后重试，或修改流程图；重试会从停下的地方接着走';

const tooMuch = (place: string): string =>
  `这一步要做的事太多，在${place}处停下。请减少一次要处理的数量（如多实例的个数），` +
  '或在中间加等待的环节；重试会从停下的地方接着做';

function placeOf(run: Run, work: Work): { id: string; name?: string } {
  const instance = run.instance(work.in);
  const id = triggeredBy(instance, work) ?? elementOf(run, work);
  if (id !== instance.element) return run.bodies.elementIn(run.bodies.container(instance), id);
  return instance.parent === '' ? run.model : run.bodies.element(instance);
}

/** An event sub-process that is about to begin, rather than the scope it stands in. */
function triggeredBy({ triggers }: Instance, work: Work): string | undefined {
  if (work.do !== 'trigger') return undefined;
  return triggers.find(({ id, inside }) => inside && id === work.trigger)?.element;
}

function isCircling(run: Run, work: Work): boolean {
  return mostCompleted(run) > OFTEN && !isRepeated(run, work);
}

function mostCompleted({ commands }: Run): number {
  const counts = new Map<string, number>();
  for (const command of commands)
    if (command.type === 'completed')
      counts.set(command.element, (counts.get(command.element) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Whether a multi-instance around the place asks for that many. */
function isRepeated(run: Run, work: Work): boolean {
  for (let place = run.instance(work.in); ; place = run.instance(place.parent)) {
    const { multi } = place;
    if (multi && multi.next > OFTEN && run.bodies.activity(place).multiInstance) return true;
    if (place.parent === '') return false;
  }
}
