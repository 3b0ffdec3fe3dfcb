/** Conditional events: they happen when their condition becomes true. */
import type { Expression } from '../model/process.js';
import { isTrue } from './expressions.js';
import { byAge } from './lookup.js';
import type { Run } from './run.js';
import type { Instance, Trigger, Work } from './state.js';
import { chain } from './variables.js';
import { WatchedConditions, type Concerned } from './watched-conditions.js';

/**
 * Looks at the conditions that what changed concerns. Of several that became true together, who has
 * waited longest comes first.
 */
export function lookAtConditions(run: Run): void {
  const happened: Work[] = [];
  for (const [id, texts] of concerned(run)) {
    if (!run.state.instances[id]) {
      run.watched?.forget(id);
      continue;
    }
    const owner = run.instance(id);
    owner.triggers = owner.triggers.map((trigger) => {
      if (trigger.type !== 'conditional') return trigger;
      const condition = conditionOf(run, owner, trigger);
      if (!texts.has(condition.feel)) return trigger;
      const was = holds(run, owner, condition);
      if (was && !trigger.was)
        happened.push({ do: 'trigger', in: owner.id, trigger: trigger.id, variables: {} });
      return was === trigger.was ? trigger : { ...trigger, was };
    });
  }
  run.push(...happened);
}

/** Owners, the oldest first, with their conditions that are to be looked at. */
function concerned(run: Run): [string, Set<string>][] {
  const { changes } = run;
  if (run.watched) for (const id of changes.armed) watch(run, run.watched, id);
  else run.watched = watchAll(run);
  const all = changes.everything || !run.behaves('conditionsByWhatTheyRead');
  const found: Concerned = all ? run.watched.all() : run.watched.by(changes);
  changes.clear();
  return [...found].sort(([a], [b]) => byAge(a, b));
}

function watchAll(run: Run): WatchedConditions {
  const watched = new WatchedConditions();
  for (const { id, triggers } of Object.values(run.state.instances))
    if (triggers.some(({ type }) => type === 'conditional')) watch(run, watched, id);
  return watched;
}

function watch(run: Run, watched: WatchedConditions, id: string): void {
  const owner = run.state.instances[id];
  if (!owner) return;
  const seen = [...chain(run.state, owner)].map((instance) => instance.id);
  for (const trigger of owner.triggers)
    if (trigger.type === 'conditional')
      watched.watch(id, conditionOf(run, owner, trigger).feel, seen);
}

/** A condition that cannot be judged yet, because a variable is missing, does not hold. */
const holds = (run: Run, owner: Instance, condition: Expression): boolean =>
  isTrue(run, owner, condition) === true;

function conditionOf(
  run: Run,
  owner: Instance,
  { element: id, inside, part }: Trigger,
): Expression {
  const scope = inside ? owner : run.bodies.scopeOf(owner);
  const element = run.bodies.elementIn(scope, id);
  const whole = 'definition' in element ? element.definition : undefined;
  const definition = whole?.type === 'multiple' ? whole.parts[part ?? 0] : whole;
  if (definition?.type !== 'conditional') throw new Error(`${id} waits for no condition`);
  return definition.condition;
}
