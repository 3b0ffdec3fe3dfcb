/**
 * Nothing done beside the diagram passes over a decision, a fee or a public notice: it is refused, unless a
 * second person confirmed it (`src/handling/interventions/second-person`).
 */
import type { EntityManager } from 'typeorm';
import {
  type MigrationPlan,
  type Modification,
  type State,
  tokenPositions,
} from '../../../bpmn/engine/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { GATE_NAMES, lostByMoving, passedOver } from '../../../workflows/law/index.js';
import { modelByHash } from '../../definitions/index.js';
import { conflict, type DomainError } from '../../platform/errors.js';

/** SQL: elements that case `c` has completed. */
export const COMPLETED = `ARRAY(SELECT DISTINCT e FROM case_step s, jsonb_array_elements_text(s.completed) e
  WHERE s.case_number = c.number AND NOT s.superseded)`;

interface Row {
  hash: string;
  state: State | null;
  completed: string[];
}

async function standing(manager: EntityManager, caseNumber: string): Promise<Row | undefined> {
  const [row] = await manager.query<Row[]>(
    `SELECT c.model_hash AS hash, c.engine_state AS state, ${COMPLETED} AS completed
       FROM cases c WHERE c.number = $1`,
    [caseNumber],
  );
  return row;
}

/** Code of what may be done all the same when a second person confirms it. */
export const PASSES_OVER = 'passes-over-an-act';

const refusal = (names: readonly string[]): DomainError =>
  conflict(
    PASSES_OVER,
    `这样会越过${[...new Set(names)].join('、')}，不能由一人办理：决定、缴费和公示须由有权的人依法办理；确有必要的，请作出决定的机关的负责人确认。`,
  );

/** What the modification would pass over, as people read it. */
export async function passedByModifying(
  manager: EntityManager,
  caseNumber: string,
  { skip = [], start = [] }: Modification,
): Promise<string[]> {
  const row = await standing(manager, caseNumber);
  const model = row && (await modelByHash(manager, row.hash));
  if (!row?.state || !model) return [];
  const elementOf = new Map(
    tokenPositions(model, row.state).tokens.map(({ key, element }) => [key, element]),
  );
  const skipped = skip.map((key) => elementOf.get(key) ?? key.slice(0, key.lastIndexOf('~')));
  const gates = passedOver(model, new Set(row.completed), { skipped, started: start });
  return gates.map(({ name, kind }) => `${GATE_NAMES[kind]}“${name}”`);
}

/** @throws DomainError 409 `passes-over-an-act` naming what would be passed over */
export async function requireNothingPassed(
  manager: EntityManager,
  caseNumber: string,
  modification: Modification,
): Promise<void> {
  const names = await passedByModifying(manager, caseNumber, modification);
  if (names.length > 0) throw refusal(names);
}

export interface Move {
  old: ProcessModel;
  target: ProcessModel;
  state: State;
  plan: MigrationPlan;
  completed: readonly string[];
}

/** What a case would lose by moving so, as people read it. */
function passedByMove({ old, target, state, plan, completed }: Move): string[] {
  const renamed = (element: string) => plan.elements?.[element] ?? element;
  const done = new Set(completed.map(renamed));
  return tokenPositions(old, state).tokens.flatMap(({ element }) =>
    lostByMoving([old, element], [target, renamed(element)], done),
  );
}

/** Why a case may not be moved so by one person; null = it passes nothing over. */
export function reasonAgainstMove(move: Move): string | null {
  const lost = passedByMove(move);
  return lost.length > 0 ? refusal(lost).message : null;
}

/** What a migration of the case would pass over, as people read it. */
export async function passedByMoving(
  manager: EntityManager,
  caseNumber: string,
  { to, plan }: { to: string; plan: MigrationPlan },
): Promise<string[]> {
  const row = await standing(manager, caseNumber);
  const old = row && (await modelByHash(manager, row.hash));
  const target = await modelByHash(manager, to);
  if (!row?.state || !old || !target) return [];
  const { state, completed } = row;
  return passedByMove({ old, target, state, plan, completed });
}

/** @throws DomainError 409 `passes-over-an-act` */
export async function requireSameGates(
  manager: EntityManager,
  caseNumber: string,
  move: { to: string; plan: MigrationPlan },
): Promise<void> {
  const lost = await passedByMoving(manager, caseNumber, move);
  if (lost.length > 0) throw refusal(lost);
}
