/** 送审: an author hands a draft in; from then on it goes the way that the process `item-entry` draws. */
import type { DataSource, EntityManager } from 'typeorm';
import {
  ENTRY_ITEM,
  ITEMS,
  requireItemKeeper,
  requireSoundDraft,
  runningEntry,
} from '../../catalogue/index.js';
import type { CaseCommands, CommandResult } from '../../cases/index.js';
import { actorOf, audit, type Session, type SessionPost } from '../../people/index.js';
import { conflict } from '../../platform/errors.js';
import { draftOf, holdKind } from '../../versions/index.js';

interface Handed {
  code: string;
  /** The draft as its author sees it. */
  revision: string;
  note: string;
  key: string;
}

/**
 * Opens the case by which the draft goes. A repeat of the key gets the first case.
 * @throws DomainError `no-draft`, `draft-changed`, `invalid-item`, `draft-under-review`, `not-your-item`,
 *   and what forbids a case to be opened
 */
export async function handIn(
  { dataSource, commands }: { dataSource: DataSource; commands: CaseCommands },
  session: Session,
  { code, revision, note, key }: Handed,
): Promise<CommandResult & { caseNumber: string }> {
  const actor = actorOf(session);
  const earlier = await commands.earlier(actor, key);
  if (earlier) return earlier;
  const { manager } = dataSource;
  const draft = await draftOf(manager, ITEMS, code);
  if (!draft) throw ITEMS.noDraft(code);
  const published = await ITEMS.read(manager, code);
  await requireItemKeeper(manager, session, code, [draft.content, published?.content]);
  await requireSoundDraft(manager, code);
  const { organisation } = session.post as SessionPost;
  const application = {
    ...{ itemCode: ENTRY_ITEM, region: organisation.region ?? '', materials: [], children: {} },
    ...{ applicantId: session.person.id, applicantKind: 'natural' as const },
    form: { entry: code, entryName: draft.content.name, ...(note && { note }) },
    // Whose draft it is has what comes back, and the body of its line above reviews it.
    leadDepartment: organisation.id,
  };
  return commands.submit(application, actor, key, async (within, caseNumber) => {
    await holdKind(within, ITEMS.code);
    await requireAsSeen(within, code, revision);
    await within.query(`INSERT INTO item_entry (case_number, item_code) VALUES ($1, $2)`, [
      caseNumber,
      code,
    ]);
    await audit(within, {
      ...{ person: actor.personId, post: actor.postId, act: 'item.hand-in' },
      ...{ target: ITEMS.target(code), outcome: 'done', detail: { case: caseNumber, revision } },
    });
  });
}

async function requireAsSeen(manager: EntityManager, code: string, revision: string) {
  const running = await runningEntry(manager, code);
  if (running)
    throw conflict(
      'draft-under-review',
      `事项 ${code} 已经送审（办件 ${running.caseNumber}），办结之后才能再次送审。`,
      { item: code, caseNumber: running.caseNumber },
    );
  const draft = await draftOf(manager, ITEMS, code);
  if (draft?.revision === revision) return;
  throw conflict('draft-changed', '草稿在您打开之后又保存过。请核对之后再送审；草稿没有丢。');
}
