/** Commands as the engine's events. Pure. */
import type { CaseCommand, Cause } from './contracts/case.js';
import type { UntimedEvent } from './coming-back.js';

/** Commands that are one event of the engine; the others concern the case around it. */
export type EventCommand = Exclude<
  CaseCommand,
  { kind: 'start' | 'withdraw' | 'message' | 'migrate' | 'legal' }
>;

export function eventOf(command: EventCommand): { event: UntimedEvent; cause: Cause } {
  const cause = `command:${command.id}`;
  switch (command.kind) {
    case 'complete': {
      const { taskKey: key, outcome, opinion, form, variables } = command;
      const answer = { outcome, opinion, form };
      return { event: { type: 'completeTask', key, answer, variables }, cause };
    }
    case 'deliver': {
      const { id, name, key, subscription, variables, confined } = command;
      const event = {
        ...{ type: 'messageReceived' as const, name, key, subscription, variables },
        ...(confined && { confined }),
      };
      return { event, cause: `message:${id}` };
    }
    case 'retry': {
      const { incident: id, variables } = command;
      return { event: { type: 'retryIncident', id, variables }, cause };
    }
    case 'escalate': {
      const { key, code, variables } = command;
      return { event: { type: 'escalated', key, code, variables }, cause };
    }
    case 'modify': {
      const { cancel, skip, start, drop, again } = command;
      return { event: { type: 'modify', cancel, skip, start, drop, again }, cause };
    }
    case 'setVariables':
      return { event: { type: 'setVariables', variables: command.variables }, cause };
  }
}
