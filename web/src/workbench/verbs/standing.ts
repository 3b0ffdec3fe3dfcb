/** How a task stands to the person who looks at it: what its verbs are chosen by. */
import type { TaskDetail } from '../../api/model.js';

export interface Standing {
  is:
    | 'in-hand'
    /** To somebody else, by me. */
    | 'delegated-away'
    | 'delegated-to-me'
    /** Mine, waiting for those who sign after me. */
    | 'signed-after-me'
    | 'completed'
    | 'out-of-reach';
  /** Beside the diagram: it goes back to no step of it. */
  side: boolean;
  /** Asked of one person by name: nobody else answers it. */
  personal: boolean;
  /** Acceptance, decision and revocation stand once they are done: they go out with their paper. */
  final: boolean;
}

const FINAL = ['accept', 'decide', 'revoke'];

/** @param me the signed-in person's id */
export function standingOf(task: TaskDetail, me: string): Standing {
  return {
    is: placeOf(task, me),
    side: task.purpose !== null,
    personal: task.purpose === 'sign-off',
    final: FINAL.includes(task.act ?? ''),
  };
}

function placeOf(task: TaskDetail, me: string): Standing['is'] {
  const mine = task.assignee?.id === me || task.actingAs !== null;
  if (task.state === 'completed') return mine ? 'completed' : 'out-of-reach';
  if (task.state !== 'open') return 'out-of-reach';
  if (task.delegator?.id === me && task.assignee?.id !== me) return 'delegated-away';
  if (!mine || task.role === 'applicant') return 'out-of-reach';
  if (task.waiting === 'sign-after') return 'signed-after-me';
  return task.delegator ? 'delegated-to-me' : 'in-hand';
}
