/** Whether a command is allowed where the case stands; what is allowed changes nothing yet. Pure. */
import type { OpenTask, Position, Subscription } from '../bpmn/engine/index.js';
import { isDecided } from './law/index.js';
import type { CaseCommand, CaseRefusal, CaseState } from './contracts/case.js';

/** Why a command is refused here; null = it is allowed. */
export function reasonAgainst(
  command: CaseCommand,
  open: Position,
  state: CaseState,
): CaseRefusal | null {
  switch (command.kind) {
    case 'complete': {
      const task = open.tasks.find(({ key }) => key === command.taskKey);
      if (!task) return 'task-not-open';
      return outcomeKnown(task, command.outcome) ? null : 'unknown-outcome';
    }
    case 'withdraw':
      // 转报: what was sent up is undecided for as long as the case goes on.
      return isDecided(state) && state !== 'forwarded' ? 'already-decided' : null;
    case 'retry':
      return open.incidents.some(({ id }) => id === command.incident) ? null : 'incident-not-open';
    case 'deliver':
      return open.subscriptions.some(({ id }) => id === command.subscription)
        ? null
        : 'message-not-awaited';
    case 'escalate':
      return isAtWork(open, command.key) ? null : 'task-not-open';
    // Of an act on the whole case only the law speaks; what the others name is looked up when they
    // are applied: nothing has changed if it is not there.
    case 'legal':
    case 'migrate':
    case 'modify':
    case 'setVariables':
    case 'start':
    case 'message':
      return null;
  }
}

const isAtWork = ({ tasks, activities }: Position, wanted: string): boolean =>
  tasks.some(({ key }) => key === wanted) ||
  activities.some(({ occurrence }) => occurrence === wanted);

function outcomeKnown(task: OpenTask, outcome: string | undefined): boolean {
  return task.outcomes.length === 0 || task.outcomes.some(({ id }) => id === outcome);
}

/** Whether one of the subscriptions takes such a message; one without key takes any of its name. */
export function isAwaited(
  subscriptions: Subscription[],
  name: string,
  key: string | undefined,
): boolean {
  return subscriptions.some(
    (waiting) =>
      waiting.kind === 'message' &&
      waiting.name === name &&
      (waiting.key === undefined || waiting.key === key),
  );
}
