/**
 * What ties a caller to a case, each as SQL over `cases c`. A tie says where somebody stands; what they
 * may do by it, `acts.ts` says.
 */
import {
  abilityOf,
  scopeConditions,
  scopeOf,
  type Session,
  type Values,
  peopleOf,
} from '../../people/index.js';

/** The strongest first. */
export const TIES = [
  /** Its applicant or agent. */
  'owner',
  /** Of the body that decides it. */
  'lead',
  /** Of a body to which the diagram gave a task of this very case. */
  'handles',
  /** Of the window that collected its papers, or hands its result out; a matter's papers are its parts'. */
  'window',
  /** Of a body that approves something of it beside the diagram: a seal, an extension; not what never came to it. */
  'approves',
  /** Of a body that is one of these to its parent or to a child: form and materials are shared. */
  'family',
  /** Supervises the body, or the place, it is charged to. */
  'supervises',
  /** Of the body that regulates what was granted by it (审管联动): what it is told of is this case alone. */
  'regulates',
  /** Was asked to sign beside a task of it (加签、会签、核查笔录), for as long as that is open. */
  'asked',
  /** Was sent a copy (抄送) of a task of it that was not recalled. */
  'copied',
] as const;

export type Tie = (typeof TIES)[number];

/** The caller in SQL; the organisation is null for who handles no cases. */
interface Caller {
  person: string;
  organisation: string;
  supervised: string;
}

/** A side task that came to its body; one of a step that never happened did not. */
const CAME = `t.state NOT IN ('cancelled', 'superseded')`;

const RELATIVES = `(SELECT k.number FROM cases k
  WHERE k.number = c.parent_number OR k.parent_number = c.number)`;

const SQL: Readonly<Record<Tie, (caller: Caller) => string>> = {
  owner: ({ person }) => `coalesce(${person} = ANY (${peopleOf('c')}), false)`,
  lead: ({ organisation }) => `coalesce(c.lead_department = ${organisation}, false)`,
  handles: ({ organisation }) => `EXISTS (SELECT 1 FROM task t
     WHERE t.case_number = c.number AND t.origin = 'diagram' AND t.state <> 'superseded'
       AND t.department_id = ${organisation})`,
  window: ({ organisation }) => `(EXISTS (SELECT 1 FROM case_collection w
       WHERE w.organisation_id = ${organisation} AND w.case_number IN (c.number, c.parent_number))
    OR EXISTS (SELECT 1 FROM task t WHERE t.case_number IN (c.number, c.parent_number)
         AND t.act IN ('collect', 'hand-over') AND t.department_id = ${organisation}))`,
  approves: ({ organisation }) => `EXISTS (SELECT 1 FROM task t
     WHERE t.case_number = c.number AND t.origin = 'side' AND t.parent_task IS NULL
       AND t.purpose IS DISTINCT FROM 'regulate' AND ${CAME}
       AND t.department_id = ${organisation})`,
  family: ({ organisation }) => `(EXISTS (SELECT 1 FROM cases f
       WHERE f.number IN ${RELATIVES} AND f.lead_department = ${organisation})
    OR EXISTS (SELECT 1 FROM task t WHERE t.case_number IN ${RELATIVES}
         AND t.parent_task IS NULL AND t.department_id = ${organisation}
         AND t.purpose IS DISTINCT FROM 'regulate'
         AND t.state <> 'superseded' AND (t.origin = 'diagram' OR ${CAME}))
    OR EXISTS (SELECT 1 FROM case_collection w
       WHERE w.case_number IN ${RELATIVES} AND w.organisation_id = ${organisation}))`,
  supervises: ({ supervised }) => `coalesce(${supervised}, false)`,
  regulates: ({ organisation }) => `EXISTS (SELECT 1 FROM task t
     WHERE t.case_number = c.number AND t.origin = 'side' AND t.purpose = 'regulate'
       AND ${CAME} AND t.department_id = ${organisation})`,
  asked: ({ person }) => `EXISTS (SELECT 1 FROM task t
     WHERE t.case_number = c.number AND t.origin = 'side' AND t.parent_task IS NOT NULL
       AND t.state IN ('open', 'completing')
       AND (${person} IN (t.assignee_person, t.delegator_person)
            OR t.assignee_person IN (SELECT d.person_id FROM deputy d
                 WHERE d.deputy_id = ${person} AND d.revoked_at IS NULL
                   AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN d.from_on AND d.to_on)))`,
  copied: ({ person }) => `EXISTS (SELECT 1 FROM task_copy k
     WHERE k.case_number = c.number AND k.person_id = ${person} AND k.recalled_at IS NULL)`,
};

/** These ties as conditions on `cases c`, for this caller. */
export function tieConditions<Wanted extends Tie>(
  session: Session,
  values: Values,
  wanted: readonly Wanted[],
): Record<Wanted, string> {
  const caller = callerOf(session, values);
  return Object.fromEntries(wanted.map((tie) => [tie, SQL[tie](caller)])) as Record<Wanted, string>;
}

/** A value is placed when the first condition asks for it: a statement takes none that it does not use. */
function callerOf(session: Session, values: Values): Caller {
  const placed: Partial<Caller> = {};
  return {
    get person() {
      return (placed.person ??= `${values.place(session.person.id)}::text`);
    },
    get organisation() {
      const handlesCases = abilityOf(session).can('use', 'Task');
      const own = handlesCases ? (session.post?.organisation.id ?? null) : null;
      return (placed.organisation ??= `${values.place(own)}::text`);
    },
    get supervised() {
      return (placed.supervised ??= supervised(session, values));
    },
  };
}

/**
 * A supervisor's cases: what is charged to a body of the scope, by its lead department or by a task; and
 * what lies in the scope's own territory.
 */
function supervised(session: Session, values: Values): string {
  if (!abilityOf(session).can('read', 'Case')) return 'false';
  const scope = scopeOf(session);
  const units = scopeConditions(scope, values);
  if (units.length === 0) return 'true';
  const home =
    scope.county && !scope.township ? `c.county = ${values.place(scope.county)}` : 'false';
  return `(${home} OR EXISTS (
    SELECT 1 FROM unit u WHERE ${units.join(' AND ')} AND (u.id = c.lead_department OR u.id IN (
      SELECT t.department_id FROM task t WHERE t.case_number = c.number))))`;
}
