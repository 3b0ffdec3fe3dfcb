/**
 * Who may do an act on the whole case: posts of the department that decides, by their role; the
 * applicant only on an own case; what a window may hand over, the window.
 */
import type { CaseActName } from '../../../workflows/contracts/case.js';
import type { CaseRelation } from '../../cases/index.js';
import type { Session } from '../../people/index.js';

const DESK = ['handler', 'reviewer', 'approver'] as const;

/** Roles of the deciding department's posts. */
const ROLES: Readonly<Record<Exclude<CaseActName, 'ask-hearing'>, readonly string[]>> = {
  pause: DESK,
  resume: DESK,
  extend: DESK,
  'tell-hearing': DESK,
  'hold-hearing': DESK,
  suspend: DESK,
  unsuspend: DESK,
  lapse: DESK,
  return: DESK,
  forward: ['reviewer', 'approver'],
  terminate: ['approver'],
  void: ['approver'],
  deliver: [...DESK, 'window'],
  archive: [...DESK, 'window'],
};

/** Acts a window that had the case in its hands may do too, though another department decides. */
const AT_THE_WINDOW: ReadonlySet<CaseActName> = new Set(['deliver', 'archive']);

const ROLE_NAMES: Readonly<Record<string, string>> = {
  handler: '承办',
  reviewer: '审核',
  approver: '审批',
  window: '窗口',
};

/** Why the caller may not do the act at all; null = they may, if the law allows it. */
export function reasonAgainstCaller(
  act: CaseActName,
  { post }: Pick<Session, 'post'>,
  relation: CaseRelation,
  leadDepartment: string,
): string | null {
  if (act === 'ask-hearing') return relation === 'owner' ? null : '听证由申请人要求。';
  const roles = ROLES[act];
  const names = roles.map((role) => ROLE_NAMES[role]).join('、');
  if (!post) return '这由作出决定的部门办理。';
  const here = post.organisation.id === leadDepartment;
  const window = AT_THE_WINDOW.has(act) && post.role === 'window' && relation === 'department';
  if (!here && !window) return '这由作出决定的部门办理，您的岗位不在该部门。';
  return roles.includes(post.role) ? null : `这由作出决定的部门的${names}岗位办理。`;
}
