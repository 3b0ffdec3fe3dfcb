/** The end of a draft's way: it is published in the name of who decided so in its case. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../../people/index.js';
import { conflict, unprocessable } from '../../../platform/errors.js';
import { draftOf, publishDraft } from '../../../versions/index.js';
import { ITEMS } from './item-kind.js';
import { ENTRY_ACTS } from './under-review.js';

/**
 * What would forbid the publication.
 * @throws DomainError 422 `invalid-item` naming the first fault, the kind's `noDraft`
 */
export async function requireSoundDraft(manager: EntityManager, code: string): Promise<void> {
  const draft = await draftOf(manager, ITEMS, code);
  if (!draft) throw ITEMS.noDraft(code);
  const { findings } = await ITEMS.check(manager, code, draft.content);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return;
  throw unprocessable(
    'invalid-item',
    `事项“${draft.content.name}”还有 ${errors.length} 处不合要求：${first.element ?? ''} ${first.message}`,
    {
      item: code,
      errors: errors.map(({ element, message }) => ({ field: element ?? '', message })),
    },
  );
}

interface Row {
  item: string;
  version: number | null;
}

/**
 * Publishes what the case's reviewers saw. Done already, it is answered again.
 * @param effectiveFrom `2026-12-01`, as its publisher settled it
 * @throws DomainError as a publication, and `not-decided` where nobody who keeps the catalogue decided so
 */
export async function publishEntry(
  dataSource: DataSource,
  caseNumber: string,
  effectiveFrom: string,
): Promise<{ item: string; version: number }> {
  const { manager } = dataSource;
  const [entry] = await manager.query<Row[]>(
    `SELECT item_code AS item, version FROM item_entry WHERE case_number = $1`,
    [caseNumber],
  );
  if (!entry) throw conflict('no-entry', `办件 ${caseNumber} 不是事项送审的办件。`);
  const { item } = entry;
  if (entry.version !== null) return { item, version: entry.version };
  const actor = await publisherOf(manager, caseNumber);
  const draft = await draftOf(manager, ITEMS, item);
  const { version } = await publishDraft(dataSource, ITEMS, {
    ...{ key: item, terms: { effectiveFrom }, actor, revision: draft?.revision },
    atEndOfWay: (within, published) => noteVersion(within, caseNumber, published.version),
  });
  return { item, version };
}

async function publisherOf(manager: EntityManager, caseNumber: string): Promise<Actor> {
  const [row] = await manager.query<Actor[]>(
    `SELECT t.assignee_person AS "personId", t.assignee_post AS "postId", p.name,
            t.department_id AS "organisationId", t.role
       FROM task t JOIN person p ON p.id = t.assignee_person
      WHERE t.case_number = $1 AND t.act = $2 AND t.state = 'completed' AND t.outcome = 'publish'
      ORDER BY t.completed_at DESC LIMIT 1`,
    [caseNumber, ENTRY_ACTS.publish],
  );
  if (row) return row;
  throw conflict('not-decided', `办件 ${caseNumber} 还没有由目录管理员决定发布。`);
}

const noteVersion = async (manager: EntityManager, caseNumber: string, version: number) => {
  await manager.query(`UPDATE item_entry SET version = $2 WHERE case_number = $1`, [
    caseNumber,
    version,
  ]);
};
