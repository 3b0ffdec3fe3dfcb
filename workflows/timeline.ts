/** What people read of a step: the engine's commands as lines of the case's timeline. Pure. */
import type { Command, Json } from '../bpmn/engine/index.js';
import type { DeemedTask } from './deemed-acts.js';
import { ACT_NAMES } from './law/index.js';
import type { CaseCommand, Thrown, TimelineEntry } from './contracts/case.js';

type Complete = Extract<CaseCommand, { kind: 'complete' }>;

function entry(command: Command, at: number, cause: CaseCommand | undefined): TimelineEntry | null {
  switch (command.type) {
    case 'openTask': {
      const { element, name, key } = command.task;
      return { at, kind: 'task-opened', element, name, taskKey: key };
    }
    case 'closeTask': {
      const answer = completing(cause, command.key);
      if (command.reason === 'completed' && answer) {
        const { outcome, opinion } = answer;
        return { at, kind: 'task-completed', taskKey: command.key, outcome, opinion };
      }
      return { at, kind: 'task-cancelled', taskKey: command.key };
    }
    case 'startActivity': {
      const { element, name, adapter } = command.activity;
      return { at, kind: 'activity-started', element, name, data: { adapter } };
    }
    case 'startChild': {
      const { element, name } = command.child;
      return { at, kind: 'child-started', element, name };
    }
    case 'throwMessage':
      return { at, kind: 'message-thrown', element: command.element, name: command.name };
    case 'throwSignal':
      return { at, kind: 'signal-thrown', element: command.element, name: command.name };
    case 'raiseIncident': {
      const { element, message, code } = command.incident;
      return { at, kind: 'incident', element, name: message, data: { code } };
    }
    case 'resolveIncident':
      return { at, kind: 'incident-resolved', data: { incident: command.id } };
    case 'cancelActivity':
    case 'setTimer':
    case 'cancelTimer':
    case 'cancelChild':
    case 'subscribe':
    case 'unsubscribe':
    case 'completed':
    case 'done':
      return null;
  }
}

/** What somebody did beside the diagram stands before what came of it. */
function intervention(at: number, cause: CaseCommand | undefined): TimelineEntry[] {
  if (cause?.kind === 'migrate') {
    const { reason, model, plan } = cause;
    return [{ at, kind: 'migrated', opinion: reason, data: { to: model.$model, ...plan } as Json }];
  }
  if (cause?.kind === 'modify' && cause.back) {
    const { verb, taskKey, to, name } = cause.back;
    return [{ at, kind: verb, taskKey, name, opinion: cause.reason, data: { to } }];
  }
  if (cause?.kind === 'modify') {
    const { reason, cancel = [], skip = [], start = [] } = cause;
    return [{ at, kind: 'modified', opinion: reason, data: { cancel, skip, start } }];
  }
  if (cause?.kind === 'deliver' || cause?.kind === 'message') {
    return [{ at, kind: 'message-received', name: cause.name }];
  }
  if (cause?.kind === 'legal') {
    const { act, reason, data = null } = cause;
    return [{ at, kind: 'legal', name: ACT_NAMES[act], opinion: reason, data }];
  }
  return [];
}

function completing(cause: CaseCommand | undefined, key: string): Complete | undefined {
  return cause?.kind === 'complete' && cause.taskKey === key ? cause : undefined;
}

/** A task that the law itself completed (行政许可法 32, 50): by nobody. */
function byLaw({ task: { key, element, name }, outcome, why }: DeemedTask, at: number) {
  const line = { at, kind: 'task-completed', element, name, taskKey: key };
  return { ...line, outcome, opinion: why, data: { by: 'law' } };
}

/**
 * Timeline lines of one step, in the order in which the engine did it.
 * @param answered tasks that the law itself completed
 */
export function timelineOf(
  commands: Command[],
  at: number,
  cause: CaseCommand | undefined,
  answered: DeemedTask[] = [],
): TimelineEntry[] {
  const lines = commands.flatMap((command) => {
    const found =
      command.type === 'closeTask' && answered.find(({ task }) => task.key === command.key);
    return found ? byLaw(found, at) : (entry(command, at, cause) ?? []);
  });
  return [...intervention(at, cause), ...lines];
}

/** Elements a token left in this step; the diagram shows them as done. */
export function completedElements(commands: Command[]): string[] {
  return commands.flatMap((command) => (command.type === 'completed' ? [command.element] : []));
}

/** What a step throws to other cases, in its order. */
export function thrownBy(commands: Command[]): Thrown[] {
  return commands.flatMap((command): Thrown[] => {
    if (command.type === 'throwMessage') {
      const { element, name, key, variables } = command;
      return [{ kind: 'message', element, name, key, variables }];
    }
    if (command.type === 'throwSignal') {
      const { element, name, variables } = command;
      return [{ kind: 'signal', element, name, variables }];
    }
    return [];
  });
}
