/** What would become of each running case on another version: nothing is changed. */
import type { EntityManager } from 'typeorm';
import {
  migrate,
  position,
  type Clock,
  type MigrationPlan,
  type State,
} from '../../../bpmn/engine/index.js';
import type { Element, ProcessModel, Scope } from '../../../bpmn/model/process.js';
import { COMPLETED, reasonAgainstMove } from '../../cases/index.js';
import type {
  CaseOutcomeDto,
  MigrationElementDto,
  MigrationPreviewDto,
} from './intervention.dto.js';
import type { Version } from './versions.js';

/** Cases read at a time. */
const PAGE = 200;
/** Outcomes told one by one; those that cannot be moved come first. */
const TOLD = 1_000;

interface Running {
  number: string;
  state: State;
  completed: string[];
}

export interface PreviewRequest {
  old: Version;
  target: Version;
  plan: MigrationPlan;
  /** Only these; undefined = all on the old version. */
  cases?: string[];
  clock: Clock;
}

export async function preview(
  manager: EntityManager,
  { old, target, plan, cases, clock }: PreviewRequest,
): Promise<MigrationPreviewDto> {
  const counts = new Map<string, number>();
  const movable: CaseOutcomeDto[] = [];
  const askable: CaseOutcomeDto[] = [];
  const refused: CaseOutcomeDto[] = [];
  const at = Date.now();
  for await (const { number, state, completed } of runningOn(manager, old.hash, cases)) {
    for (const element of position(old.model, state).active)
      counts.set(element, (counts.get(element) ?? 0) + 1);
    const result = migrate(old.model, target.model, state, plan, at, clock);
    const over = reasonAgainstMove({
      old: old.model,
      target: target.model,
      state,
      plan,
      completed,
    });
    if (result.ok && over) askable.push({ caseNumber: number, state: 'askable', message: over });
    else if (result.ok) movable.push({ caseNumber: number, state: 'movable', message: null });
    else {
      const message = result.problems.map((problem) => problem.message).join('');
      refused.push({ caseNumber: number, state: 'refused', message });
    }
  }
  return {
    cases: movable.length + askable.length + refused.length,
    movable: movable.length,
    askable: askable.length,
    elements: elementsOf(old.model, target.model, plan, counts),
    targets: [...allElements(target.model)].map(placeOf),
    outcomes: [...refused, ...askable, ...movable].slice(0, TOLD),
  };
}

async function* runningOn(
  manager: EntityManager,
  hash: string,
  cases: string[] | undefined,
): AsyncGenerator<Running> {
  for (let after = ''; ;) {
    const page = await manager.query<Running[]>(
      `SELECT c.number, c.engine_state AS state, ${COMPLETED} AS completed FROM cases c
        WHERE model_hash = $1 AND NOT ended AND engine_state IS NOT NULL AND number > $2
          AND ($3::text[] IS NULL OR number = ANY ($3))
        ORDER BY number LIMIT ${PAGE}`,
      [hash, after, cases ?? null],
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.number;
  }
}

function elementsOf(
  old: ProcessModel,
  target: ProcessModel,
  plan: MigrationPlan,
  counts: ReadonlyMap<string, number>,
): MigrationElementDto[] {
  const before = new Map([...allElements(old)].map((element) => [element.id, element]));
  const after = new Map([...allElements(target)].map((element) => [element.id, element]));
  return [...counts].flatMap(([id, cases]) => {
    const element = before.get(id);
    if (!element) return [];
    const wanted = after.get(plan.elements?.[id] ?? id);
    const fits = wanted?.type === element.type;
    return [{ ...placeOf(element), cases, target: fits ? wanted.id : null }];
  });
}

const placeOf = ({ id, name, type }: Element) => ({ element: id, name: name ?? null, type });

function* allElements({ body, called }: ProcessModel): Generator<Element> {
  yield* elementsIn(body);
  for (const process of Object.values(called)) yield* allElements(process);
}

function* elementsIn(scope: Scope): Generator<Element> {
  for (const element of Object.values(scope.elements)) {
    yield element;
    if ('body' in element) yield* elementsIn(element.body);
  }
}
