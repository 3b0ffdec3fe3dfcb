/** Where a draft stands on its way, with what it changes and what was said of it: one answer for all who take part. */
import type { EntityManager } from 'typeorm';
import {
  ENTRY_ACTS,
  elementsOf,
  ITEMS,
  keepsItem,
  runningEntry,
  type ItemDefinition,
} from '../../catalogue/index.js';
import { abilityOf, type Session } from '../../people/index.js';
import { type Difference, draftOf, goesByWay } from '../../versions/index.js';
import {
  commentsOf,
  type EntryComment,
  mayAnswer,
  taskOfMine,
  type EntryTask,
} from './comments.js';

/** More than anybody looks through one by one; the rest is only counted. */
const MOST_SHOWN = 500;

export interface PastEntry {
  caseNumber: string;
  handedInBy: string;
  handedInAt: Date;
  ended: boolean;
  /** What it became; null = none. */
  version: number | null;
}

/** @public for the shape of the answer */
export interface EntryView {
  byWay: boolean;
  running: Awaited<ReturnType<typeof runningEntry>>;
  task: EntryTask | null;
  mayHandIn: boolean;
  mayComment: boolean;
  mayAnswer: boolean;
  since: number | null;
  total: number;
  differences: Difference[];
  elements: { place: string; pointer: string; name: string }[];
  comments: (EntryComment & { pointer: string | null })[];
  entries: PastEntry[];
}

/** Without a draft there is nothing to compare, and what went before is told alone. */
export async function readEntry(
  manager: EntityManager,
  session: Session,
  code: string,
): Promise<EntryView> {
  const [draft, published, running, byWay, entries] = await Promise.all([
    draftOf(manager, ITEMS, code),
    ITEMS.read(manager, code),
    runningEntry(manager, code),
    goesByWay(manager, ITEMS.code),
    entriesOf(manager, code),
  ]);
  const differences = draft
    ? await ITEMS.differences(published?.content ?? null, draft.content, code)
    : [];
  const elements = elementsOf(draft?.content ?? null);
  const at = new Map(elements.map(({ place, pointer }) => [place, pointer]));
  const task = running && (await taskOfMine(manager, session, running.caseNumber));
  const comments = running ? await commentsOf(manager, running.caseNumber) : [];
  return {
    ...{ byWay, running, task, entries },
    mayHandIn: !running && mayWrite(session, draft?.content),
    mayComment: task !== null && task.act !== ENTRY_ACTS.revise,
    mayAnswer: running !== null && mayAnswer(session, running, draft?.content),
    since: published?.version ?? null,
    total: differences.length,
    differences: differences.slice(0, MOST_SHOWN),
    elements: elements.map(({ place, pointer, name }) => ({ place, pointer, name })),
    comments: comments.map((one) => ({ ...one, pointer: at.get(one.place) ?? null })),
  };
}

const mayWrite = (session: Session, item: ItemDefinition | undefined): boolean =>
  item !== undefined &&
  session.post !== null &&
  abilityOf(session).can('use', 'Item') &&
  keepsItem(session.post, item);

/** The newest first. */
const entriesOf = (manager: EntityManager, code: string): Promise<PastEntry[]> =>
  manager.query<PastEntry[]>(
    `SELECT e.case_number AS "caseNumber", p.name AS "handedInBy", c.submitted_at AS "handedInAt",
            c.ended, e.version
       FROM item_entry e JOIN cases c ON c.number = e.case_number
       JOIN person p ON p.id = c.applicant_id
      WHERE e.item_code = $1 ORDER BY c.submitted_at DESC LIMIT 50`,
    [code],
  );
