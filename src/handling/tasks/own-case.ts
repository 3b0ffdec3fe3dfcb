/**
 * Nobody decides alone on what they submitted themselves: an applicant handles nothing of their own
 * case; who applied for somebody else may collect and look, but not accept, review or decide.
 */
import type { TaskRow } from '../task-access/index.js';

/** Acts by which the agency says its word. */
const WORD_OF_THE_AGENCY = ['accept', 'review', 'recheck', 'decide', 'countersign', 'revoke'];

/** In these somebody works on what is their own: it was handed in, and comes back. */
const OWN_ROLES = ['applicant', 'item-author'];

type Own = Pick<TaskRow, 'role' | 'act' | 'origin' | 'applicant' | 'agent'>;

/** Whether any of these people is too near to the case to do the task. */
export function isOwnCase(task: Own, people: string[]): boolean {
  if (task.role !== null && OWN_ROLES.includes(task.role)) return false;
  if (people.includes(task.applicant)) return true;
  const speaks = task.origin === 'side' || WORD_OF_THE_AGENCY.includes(task.act ?? '');
  return speaks && task.agent !== null && people.includes(task.agent);
}

/** The same rule inside SQL; $n is the array of people. */
export const ownCaseIn = (people: string): string => `EXISTS (
  SELECT 1 FROM cases c WHERE c.number = task.case_number AND coalesce(task.role, '') NOT IN (
      ${OWN_ROLES.map((role) => `'${role}'`).join(', ')})
    AND (c.applicant_id = ANY(${people})
         OR c.agent_id = ANY(${people}) AND (task.origin = 'side' OR task.act IN (
           ${WORD_OF_THE_AGENCY.map((act) => `'${act}'`).join(', ')}))))`;
