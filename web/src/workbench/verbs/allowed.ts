/** Which verbs make sense for a task as it stands; the API has the last word. */
import type { TaskDetail } from '../../api/model.js';
import type { Verb } from './list.js';

/** Acts that stand once they are done: acceptance and decision go out with their paper. */
const STANDS = ['accept', 'decide', 'revoke'];

/** @param me the signed-in person's id */
export function allowedVerbs(task: TaskDetail, me: string): Verb[] {
  const mine = task.assignee?.id === me || task.actingAs !== null;
  const side = task.purpose !== null;
  const stands = STANDS.includes(task.act ?? '');
  if (task.state === 'completed') return mine && !side && !stands ? ['recall'] : [];
  if (task.state !== 'open') return [];
  if (task.delegator?.id === me && task.assignee?.id !== me) return ['end-delegation'];
  if (!mine || task.role === 'applicant') return [];
  if (task.waiting === 'sign-after') return ['recall', 'copy'];
  if (task.delegator) return ['give-back', 'copy'];
  const personal = task.purpose === 'sign-off';
  return [
    ...(personal ? [] : (['transfer', 'delegate'] as const)),
    'sign-before',
    ...(side ? [] : (['sign-after', 'return'] as const)),
    'copy',
  ];
}
