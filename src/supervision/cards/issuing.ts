/** Rules find what earns a card; the ladder takes further what is not answered. One round at a time. */
import type { DataSource, EntityManager } from 'typeorm';
import { Values } from '../../people/index.js';
import { noteAct, writeAct, writeOnTimeline } from '../acts.js';
import { COLOUR_NAMES } from '../colours.js';
import { type OneOfMany, tellOfCards } from '../telling.js';
import { AHEAD, CONDITIONS, type Condition } from './conditions.js';
import { rulesOfToday, type Rule, type Rung } from './rules.js';

/** At most so many cards of one rule in one round: the first round on old data is no flood. */
const MOST = 5_000;

/** Where the rule holds; a case is charged to its lead department, a step to the one that has it. */
function scopeOf(rule: Rule, { place }: Values): string[] {
  return [
    ...(rule.territory
      ? [`${place(rule.territory)} IN (u.county, u.township, u.seat_county)`]
      : []),
    ...(rule.line ? [`u.line = ${place(rule.line)}`] : []),
    ...(rule.department ? [`u.id = ${place(rule.department)}`] : []),
    ...(rule.item ? [`c.item = ${place(rule.item)}`] : []),
  ];
}

interface Found {
  id: string;
  caseNumber: string;
  department: string;
}

/** Per scope, in SQL: the task a card is about, who is charged with it, and what is searched. */
const PLACES: Record<Condition['scope'], [task: string, department: string, from: string]> = {
  case: ['NULL', 'c.department', 'open_case c'],
  step: ['s.task', 's.department', 'open_step s JOIN open_case c ON c.number = s.case_number'],
  regulation: [
    't.id',
    't.department_id',
    `(SELECT id, case_number, department_id, claimed_at, due_at FROM task
       WHERE purpose = 'regulate' AND state = 'open') t
     JOIN (SELECT number, item_code AS item FROM cases WHERE counted) c ON c.number = t.case_number`,
  ],
};

async function findCases(manager: EntityManager, rule: Rule): Promise<Found[]> {
  const values = new Values();
  const { place } = values;
  const condition: Condition = CONDITIONS[rule.condition];
  const threshold = place(rule.threshold);
  const [task, department, from] = PLACES[condition.scope];
  const issued = rule.issue === 'automatic';
  const conditions = [condition.sql(threshold), ...scopeOf(rule, values)];
  return manager.query<Found[]>(
    `INSERT INTO card (rule_id, rule_version, colour, case_number, task_id, department, item, state,
                       reason, issued_at, answer_due)
     SELECT ${place(rule.id)}, ${place(rule.version)}::int, ${place(rule.colour)}, c.number, ${task},
            ${department}, c.item, ${place(issued ? 'issued' : 'proposed')},
            ${place(`${rule.name}。`)} || ${condition.reason(threshold)},
            ${issued ? 'now()' : 'NULL'},
            ${issued ? `now() + make_interval(days => ${place(rule.answerDays)}::int)` : 'NULL'}
     FROM ${from} JOIN unit u ON u.id = ${department}
     WHERE ${conditions.join(' AND ')}
       AND NOT EXISTS (SELECT 1 FROM card k WHERE k.rule_id = ${place(rule.id)}
             AND k.case_number = c.number AND coalesce(k.task_id, '') = coalesce(${task}, ''))
     LIMIT ${MOST}
     ON CONFLICT DO NOTHING
     RETURNING id, case_number AS "caseNumber", department`,
    values.list,
  );
}

/**
 * Proposes or issues a card for each case or step that the rule meets, in one transaction; each body
 * hears once of what it was issued.
 * @returns how many
 */
export async function applyRule(dataSource: DataSource, rule: Rule): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const found = await findCases(manager, rule);
    if (rule.issue !== 'automatic') return found.length;
    const issued: OneOfMany[] = [];
    for (const { id, caseNumber, department: body } of found) {
      const act = { act: 'issued', text: rule.name };
      issued.push({ id, body, actId: await noteAct(manager, null, { card: id }, act) });
      await tellCase(manager, id, caseNumber, rule.colour);
    }
    await tellOfCards(manager, 'issued', issued);
    return found.length;
  });
}

/** Applies all rules of today. @returns how many cards were proposed and issued */
export async function applyRules(
  dataSource: DataSource,
): Promise<{ proposed: number; issued: number }> {
  const count = { proposed: 0, issued: 0 };
  for (const rule of await rulesOfToday(dataSource.manager)) {
    count[rule.issue === 'automatic' ? 'issued' : 'proposed'] += await applyRule(dataSource, rule);
  }
  return count;
}

/**
 * Proposals that warn of a limit go when the case, or the step, has ended: nothing is left to warn of.
 * What has happened (a limit that passed, a case returned too often) stays for the supervisor to decide.
 * @returns how many went
 */
export async function dropMootProposals(dataSource: DataSource): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const [moot] = await manager.query<[{ id: string }[], number]>(
      `UPDATE card k SET state = 'dismissed', closed_at = now() FROM card_rule r
        WHERE k.state = 'proposed' AND r.id = k.rule_id AND r.version = k.rule_version
          AND r.condition = ANY ($1)
          AND CASE WHEN k.task_id IS NULL
                   THEN NOT EXISTS (SELECT 1 FROM open_case c WHERE c.number = k.case_number)
                   ELSE NOT EXISTS (SELECT 1 FROM open_step s WHERE s.task = k.task_id) END
       RETURNING k.id`,
      [AHEAD],
    );
    const text = '办件或环节已经办完，不需要再预警';
    for (const { id } of moot)
      await writeAct(manager, null, { card: id }, { act: 'dismissed', text });
    return moot.length;
  });
}

/** The card on the case's timeline. */
export function tellCase(
  manager: EntityManager,
  id: string,
  caseNumber: string,
  colour: keyof typeof COLOUR_NAMES,
): Promise<void> {
  const name = COLOUR_NAMES[colour];
  return writeOnTimeline(manager, {
    ...{ caseNumber, cause: `card:${id}`, kind: 'card', name, actor: null },
  });
}

interface Late {
  id: string;
  level: number;
  ladder: Rung[];
  escalatedTo: string | null;
  above: string | null;
}

/**
 * Cards that nobody answered in time climb: another colour, and the body above is told. One rung
 * after the other; a red card that is late already is told to the body above all the same. Those that
 * are longest late come first; each body hears once.
 * @returns how many climbed
 */
export async function climbLadder(dataSource: DataSource): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const late = await manager.query<Late[]>(
      `SELECT k.id, k.level, r.ladder, k.escalated_to AS "escalatedTo", o.parent_id AS above
       FROM card k JOIN card_rule r ON r.id = k.rule_id AND r.version = k.rule_version
       LEFT JOIN organisation o ON o.id = coalesce(k.escalated_to, k.department)
       WHERE k.state IN ('issued', 'returned') AND k.answer_due < now()
         AND k.answer_due <= now()
               - make_interval(secs => 86400 * (r.ladder -> k.level ->> 'afterDays')::float8)
       ORDER BY k.answer_due LIMIT ${MOST} FOR UPDATE OF k SKIP LOCKED`,
    );
    const climbed: OneOfMany[] = [];
    for (const { id, level, ladder, above, escalatedTo } of late) {
      const { colour } = ladder[level]!;
      await manager.query(
        `UPDATE card SET level = level + 1, colour = $2, escalated_to = coalesce($3, escalated_to)
         WHERE id = $1`,
        [id, colour, above],
      );
      const text = `逾期未答复，升为${COLOUR_NAMES[colour]}，报上级`;
      const actId = await noteAct(manager, null, { card: id }, { act: 'escalated', text });
      climbed.push({ id, actId, body: above ?? escalatedTo });
    }
    await tellOfCards(manager, 'escalated', climbed);
    return late.length;
  });
}
