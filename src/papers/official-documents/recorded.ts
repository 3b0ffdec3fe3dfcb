/** What `record` hands over: drafts for the step's official acts, deliveries by the act that delivers. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { deliverDocuments, type DeliveryWay } from './delivery.js';
import { draftDocuments, voidDocuments } from './drafting.js';
import { restorePapers, voidPapersOfCase } from './ending.js';
import type { OfficialAct } from './kinds/index.js';
import { headingOf } from './promises.js';

/** An official act of the step, as the workflow tells it. */
interface Move {
  act: string;
  from: string;
  to: string;
  /** ms */
  at: number;
  /** `law` = nobody did it. */
  by: string;
  reason?: string;
  article?: string;
  data?: Json;
}

interface Recorded {
  caseNumber: string;
  step: number;
  cause: string;
  moves?: Move[];
  actor?: { person: string; post?: string };
}

/** After the moves and the timeline are written, in the same transaction. */
export async function writeDocuments(manager: EntityManager, input: Recorded): Promise<void> {
  const moves = officialActsOf(input);
  await draftDocuments(manager, [...moves, ...(await promisedWithin(manager, moves))]);
  for (const move of moves.filter(({ act }) => act === 'deliver')) await deliverBy(manager, move);
  for (const move of moves.filter(({ act }) => act === 'void'))
    await voidPapersOfCase(manager, { ...move, reason: move.reason ?? '办件已作废' });
}

/** Stands for the name of an item. */
const ITEM = '{item}';

/**
 * What was promised for the whole of a 一件事 is promised to each body that decides an item on it: made
 * with the item's own case.
 */
async function promisedWithin(
  manager: EntityManager,
  moves: OfficialAct[],
): Promise<OfficialAct[]> {
  const opened = moves.find(({ act }) => act === 'submit');
  if (!opened) return [];
  const promised = await manager.query<unknown[]>(
    `SELECT 1 FROM cases c
       JOIN signed_promise s ON s.case_number = c.parent_number AND s.kind = 'promise'
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1 AND i.data #> '{ways,promise}' IS NOT NULL
        -- Of several items that may be promised, only for those that were.
        AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(s.letter -> 'lines') line
                     WHERE starts_with(line, replace($2, $3, c.item_name)))`,
    [opened.caseNumber, headingOf(ITEM), ITEM],
  );
  return promised.length > 0 ? [{ ...opened, act: 'promise' }] : [];
}

/** Of a step that never happened: its drafts are void, what it ended stands again. */
export async function takeBackDocuments(
  manager: EntityManager,
  step: { caseNumber: string; step: number },
): Promise<void> {
  await voidDocuments(manager, step);
  await restorePapers(manager, step);
}

function officialActsOf({ caseNumber, step, cause, moves = [], actor }: Recorded): OfficialAct[] {
  return moves.map(({ act, from, to, at, by, reason, article, data }) => ({
    ...{ caseNumber, step, cause, act },
    at: new Date(at),
    fromState: from,
    toState: to,
    personId: by === 'law' ? null : (actor?.person ?? null),
    postId: by === 'law' ? null : (actor?.post ?? null),
    departmentId: null,
    reason: reason ?? null,
    article: article ?? null,
    data: typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {},
  }));
}

const WAYS = new Set<string>(['electronic', 'window', 'post'] satisfies DeliveryWay[]);

type Form = { way?: string; receiver?: string; trackingNumber?: string };

/** 统一出件: the form says how, to whom, and by which parcel. An electronic one waits to be opened. */
async function deliverBy(manager: EntityManager, move: OfficialAct): Promise<void> {
  const [row] = await manager.query<{ form: Form | null }[]>(
    `SELECT t.answer -> 'form' AS form FROM timeline l JOIN task t ON t.id = l.task_id
      WHERE l.case_number = $1 AND l.step = $2 AND l.cause = $3 AND l.kind = 'task-completed'
        AND NOT l.superseded ORDER BY l.id LIMIT 1`,
    [move.caseNumber, move.step, move.cause],
  );
  const { way = 'window', receiver, trackingNumber } = { ...move.data, ...row?.form } as Form;
  if (!WAYS.has(way) || way === 'electronic') return;
  await deliverDocuments(manager, {
    caseNumber: move.caseNumber,
    way: way as DeliveryWay,
    receiver,
    trackingNumber,
    at: move.at,
    by: { personId: move.personId, postId: move.postId },
    step: { step: move.step, cause: move.cause },
  });
}
