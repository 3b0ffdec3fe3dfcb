/**
 * What can be done to a case, and by whom: by which tie, under a post of which role. Every operation on
 * a case asks for its act here by name; nearness to a case is no right to act on it.
 */
import type { CaseActName } from '../../../workflows/contracts/case.js';
import type { Tie } from './ties.js';

export interface ActRule {
  /** By which ties, and for each the roles of the post; `anybody` = any role, or none. */
  by: Readonly<Partial<Record<Tie, readonly string[] | 'anybody'>>>;
  /** Code and words for who is near the case, but may not. */
  refusal: { code: string; message: string };
  /** As what a look is audited; left out: what it does writes a line of its own. */
  look?: 'case.read' | 'case.read-answers' | 'document.read';
}

const anybody = 'anybody';

/** In charge: the body that decides, and those to whom the diagram gave a task. */
const IN_CHARGE = { lead: anybody, handles: anybody } as const;

/** Who sees all of a case. */
const WHOLE = {
  owner: anybody,
  ...IN_CHARGE,
  window: anybody,
  approves: anybody,
  family: anybody,
  supervises: anybody,
} as const;

/** Who sees the part they were asked about: this case alone, without its family and its papers. */
const PART = { ...WHOLE, regulates: anybody, asked: anybody, copied: anybody } as const;

const ROLE_NAMES: Readonly<Record<string, string>> = {
  handler: '承办',
  reviewer: '审核',
  approver: '审批',
  window: '窗口',
};

/** An official act of the body that decides. */
function official(roles: readonly string[], more: ActRule['by'] = {}): ActRule {
  const names = roles.map((role) => ROLE_NAMES[role]).join('、');
  return {
    by: { lead: roles, ...more },
    refusal: { code: 'not-your-act', message: `这由作出决定的部门的${names}岗位办理。` },
  };
}

const DESK = ['handler', 'reviewer', 'approver'] as const;

/** A window that had the case in its hands may hand over and file what another body decided. */
const AT_THE_WINDOW = { window: ['window'] } as const;

const OFFICIAL: Readonly<Record<`case.${CaseActName}`, ActRule>> = {
  'case.pause': official(DESK),
  'case.resume': official(DESK),
  'case.extend': official(DESK),
  'case.tell-hearing': official(DESK),
  'case.hold-hearing': official(DESK),
  'case.waive-hearing': official(DESK),
  'case.suspend': official(DESK),
  'case.unsuspend': official(DESK),
  'case.lapse': official(DESK),
  'case.return': official(DESK),
  'case.forward': official(['reviewer', 'approver']),
  'case.terminate': official(['approver']),
  'case.void': official(['approver']),
  'case.deliver': official([...DESK, 'window'], AT_THE_WINDOW),
  'case.archive': official([...DESK, 'window'], AT_THE_WINDOW),
  'case.ask-hearing': {
    by: { owner: anybody },
    refusal: { code: 'not-your-act', message: '听证由申请人要求。' },
  },
};

const OTHERS = '这个办件不由您的部门办理。如需协助，请联系承办部门。';

const otherDepartment = { code: 'case-of-another-department', message: OTHERS };
const partOnly = {
  code: 'part-only',
  message: '您只能查看抄送给您、请您核签的这个办件，不能查看其他内容。',
};
const ownOnly = { code: 'not-your-case', message: '只有申请人本人可以撤回或补正。' };

export const CASE_ACT_RULES = {
  ...OFFICIAL,
  'case.read': { by: PART, refusal: otherDepartment, look: 'case.read' },
  'case.read-whole': { by: WHOLE, refusal: partOnly, look: 'case.read' },
  'case.read-answers': {
    by: { ...WHOLE, owner: [] },
    refusal: partOnly,
    look: 'case.read-answers',
  },
  'case.show-personal': {
    by: { owner: anybody, ...IN_CHARGE, window: anybody },
    refusal: {
      code: 'not-yours-to-show',
      message: '完整的证件号码和电话只向承办这个办件的人员显示；如有需要，请联系承办部门。',
    },
  },
  'document.read': { by: WHOLE, refusal: partOnly, look: 'document.read' },
  // Not by the family: a matter's materials are seen by the parts whose item needs them.
  'file.read': { by: { ...PART, family: [] }, refusal: otherDepartment },
  'case.withdraw': { by: { owner: anybody }, refusal: ownOnly },
  'case.supplement': { by: { owner: anybody }, refusal: ownOnly },
  'case.urge': {
    by: { owner: anybody, supervises: anybody },
    refusal: {
      code: 'not-yours-to-urge',
      message: '催办由申请人或效能监督人员发出；部门之间请用督办。',
    },
  },
  'card.issue': { by: { supervises: anybody }, refusal: otherDepartment },
  'order.issue': { by: { supervises: anybody }, refusal: otherDepartment },
  'message.publish': {
    by: IN_CHARGE,
    refusal: { ...otherDepartment, message: '这个办件不由您的部门办理，不能向它发布消息。' },
  },
  'document.deliver': {
    by: OFFICIAL['case.deliver'].by,
    refusal: { code: 'not-your-act', message: '送达由作出决定的部门或收件的窗口登记。' },
  },
  'document.retry': { by: IN_CHARGE, refusal: otherDepartment },
  'incident.read': { by: { ...IN_CHARGE, supervises: anybody }, refusal: otherDepartment },
  'incident.retry': { by: { ...IN_CHARGE, supervises: ['admin'] }, refusal: otherDepartment },
  // Beside the right of its own, which few have.
  'incident.change': { by: { ...IN_CHARGE, supervises: ['admin'] }, refusal: otherDepartment },
  'case.places': { by: { supervises: ['admin'] }, refusal: otherDepartment, look: 'case.read' },
  'case.modify': { by: { supervises: ['admin'] }, refusal: otherDepartment },
  'case.migrate': { by: { supervises: ['admin'] }, refusal: otherDepartment },
} satisfies Readonly<Record<string, ActRule>>;

export type ActOnCase = keyof typeof CASE_ACT_RULES;

/**
 * Nobody handles for the agency what they applied for, or applied for in another's name (回避): to their own
 * case they stand as its applicant alone, whatever post they hold.
 */
export const ownCase = {
  code: 'own-case',
  message: '这是您本人申请或代办的办件，须由其他工作人员办理。',
};

/** The rule of an act, in its general shape. */
export const ruleOf = (act: ActOnCase): ActRule => CASE_ACT_RULES[act];

/** The ties by which a post of this role may do the act. */
export function tiesFor(act: ActOnCase, role: string | undefined): Tie[] {
  return Object.entries(ruleOf(act).by).flatMap(([tie, roles]) =>
    roles === anybody || (role !== undefined && roles.includes(role)) ? [tie as Tie] : [],
  );
}
