/** Conditional events: they happen when their condition becomes true. */
import type { Expression } from '../model/process.js';
import { isTrue } from './expressions.js';
import type { Run } from './run.js';
import type { Instance, Trigger, Work } from './state.js';

/**
 * Looks at every condition that is waited for, after a variable may have changed. Of several that
 * became true together, who has waited longest comes first.
 */
export function lookAtConditions(run: Run): void {
  run.changed = false;
  const happened: Work[] = [];
  for (const { id, triggers } of Object.values(run.state.instances)) {
    if (!triggers.some(({ type }) => type === 'conditional')) continue;
    const owner = run.instance(id);
    owner.triggers = owner.triggers.map((trigger) => {
      if (trigger.type !== 'conditional') return trigger;
      const was = holds(run, owner, trigger);
      if (was && !trigger.was)
        happened.push({ do: 'trigger', in: owner.id, trigger: trigger.id, variables: {} });
      return was === trigger.was ? trigger : { ...trigger, was };
    });
  }
  run.push(...happened);
}

/** A condition that cannot be judged yet, because a variable is missing, does not hold. */
const holds = (run: Run, owner: Instance, trigger: Trigger): boolean =>
  isTrue(run, owner, conditionOf(run, owner, trigger)) === true;

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
