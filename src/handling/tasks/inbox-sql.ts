/** What lies in whose inbox, in SQL: decided by the desks a person sits at, their own and others' they are deputy of. */
import { columnsOf, type Identity } from '../task-access/index.js';

/** Parameters $1–$4: person, post, organisation, role of each identity. */
export const scopeOf = (identities: Identity[]): unknown[] => columnsOf(identities);

const ME = `unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS me(person, post, organisation, role)`;
const AT_THE_DESK = `me.organisation = t.department_id AND (t.role IS NULL OR t.role = me.role)`;

const POOL = `t.state = 'open' AND t.assignee_person IS NULL AND t.department_id = ANY($3)
  AND EXISTS (SELECT 1 FROM ${ME} WHERE ${AT_THE_DESK})`;

const IN_HAND = `EXISTS (SELECT 1 FROM ${ME}
  WHERE me.person = t.assignee_person AND (${AT_THE_DESK} OR me.post = t.assignee_post))`;

const MINE = `t.state IN ('open', 'completing') AND t.assignee_person = ANY($1) AND ${IN_HAND}`;

/** Given to a colleague, and coming back. */
const DELEGATED = `t.state = 'open' AND t.delegator_person = ANY($1) AND EXISTS (
  SELECT 1 FROM ${ME} WHERE me.person = t.delegator_person)`;

/** Done by these people lately; what can still be taken back is here. */
const DONE = `t.state = 'completed' AND t.assignee_person = ANY($1) AND t.completed_at > now() - interval '30 days'
  AND t.role IS DISTINCT FROM 'applicant' AND ${IN_HAND}`;

export const VIEWS = { pool: POOL, mine: MINE, delegated: DELEGATED, done: DONE } as const;
export type InboxView = keyof typeof VIEWS;

/** Conditions beside the view. */
export interface InboxFilter {
  item?: string;
  case?: string;
  element?: string;
  /** Piece of the applicant's, task's or region's name, or the beginning of the case's number. */
  q?: string;
  /** `overdue`; `soon` = within two days, overdue or not; `week` = within seven days. */
  due?: 'overdue' | 'soon' | 'week';
}

const DUE: Record<NonNullable<InboxFilter['due']>, string> = {
  overdue: `t.due_at < now()`,
  soon: `t.due_at < now() + interval '2 days'`,
  week: `t.due_at < now() + interval '7 days'`,
};

/** Parameters $5–$8. Aliases: t task, c case, r region, p applicant. */
export function filterOf({ due }: InboxFilter): string {
  return `($5::text IS NULL OR c.item_code = $5) AND ($6::text IS NULL OR c.number = $6)
    AND ($7::text IS NULL OR t.element = $7)
    AND ($8::text IS NULL OR strpos(p.name, $8) > 0 OR strpos(t.name, $8) > 0
         OR strpos(coalesce(r.name, ''), $8) > 0 OR starts_with(c.number, $8))
    ${due ? `AND ${DUE[due]}` : ''}`;
}

export const filterValues = ({ item, case: number, element, q }: InboxFilter): unknown[] => [
  item || null,
  number || null,
  element || null,
  q?.trim() || null,
];

export const FROM = `FROM task t
  JOIN cases c ON c.number = t.case_number
  LEFT JOIN organisation o ON o.id = t.department_id
  LEFT JOIN region r ON r.code = c.region
  LEFT JOIN person p ON p.id = c.applicant_id
  LEFT JOIN person a ON a.id = t.assignee_person
  LEFT JOIN person g ON g.id = t.delegator_person
  LEFT JOIN item i ON i.code = c.item_code AND i.version = c.item_version`;

/** What a row of the inbox shows. */
export const SELECT = `
  SELECT t.id, t.case_number AS "caseNumber", c.item_code AS "itemCode", c.item_name AS "itemName",
         t.element, t.name, t.act, coalesce(o.name, t.department_id, '') AS "departmentName",
         t.department_id AS "departmentId", t.level, t.role, coalesce(r.name, c.region) AS "regionName",
         coalesce(p.name, c.applicant_id) AS "applicantName", t.state,
         t.opened_at AS "openedAt", t.due_at AS "dueAt",
         a.id AS "assigneeId", a.name AS "assigneeName", t.form, t.form_version AS "formVersion", t.outcomes, t.inputs,
         t.origin, t.purpose, t.delegator_person AS "delegatorId", g.name AS "delegatorName",
         t.urged_times AS "urgedTimes", t.urged_at AS "urgedAt", t.parent_task AS "parentTask",
         CASE WHEN t.held IS NOT NULL THEN 'sign-after'
              WHEN EXISTS (SELECT 1 FROM sign_off s WHERE s.task_id = t.id AND s.place = 'before'
                             AND s.state IN ('planned', 'open')) THEN 'sign-before' END AS waiting,
         coalesce(i.data -> 'bulk' ? t.element, false) AND t.origin = 'diagram' AS bulk
  ${FROM}`;
