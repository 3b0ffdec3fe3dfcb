/**
 * Applications that change or end a licence: it is the applicant's own, open for what is asked, and nobody
 * else's application is about it. Told by what the processes do, not by their names.
 */
import type { EntityManager } from 'typeorm';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { changesLicences } from '../../../workflows/law/index.js';
import { publishedItem, type ItemDefinition } from '../../catalogue/index.js';
import { checkedChange, type CheckedChange, requireOnlyChange } from '../../papers/index.js';
import type { CheckedApplication } from './checks.js';
import type { Registers } from './firms.js';

/**
 * @returns undefined for an application about no licence, or of a matter of which a part is
 * @throws DomainError 404 `licence-not-found`, 409 `licence-operation-closed`
 */
export async function licenceChangeOf(
  { manager }: Pick<Registers, 'manager'>,
  { item, applicant, form, caseNumber }: CheckedApplication,
): Promise<CheckedChange | undefined> {
  const about = await licencePart(manager, item, form);
  if (about === undefined) return undefined;
  const change = await checkedChange(manager, applicant.id, form, caseNumber);
  return about === 'whole' ? change : undefined;
}

/**
 * The same once more with the case there: of two at the same moment one waits, and is refused.
 * @throws DomainError 409 `licence-operation-closed`
 */
export async function requireOneChange(
  manager: EntityManager,
  item: ItemDefinition,
  form: Record<string, unknown>,
  caseNumber: string,
): Promise<void> {
  if (await licencePart(manager, item, form)) await requireOnlyChange(manager, caseNumber, form);
}

/** Whether an item is about a licence, or, as its form says, a part of it. */
async function licencePart(
  manager: EntityManager,
  { processId, children = [] }: ItemDefinition,
  { licence }: Record<string, unknown>,
): Promise<'whole' | 'part' | undefined> {
  if (await changesALicence(manager, processId)) return 'whole';
  if (typeof licence !== 'string') return undefined;
  for (const child of children) {
    const { data } = await publishedItem(manager, child.item);
    if (await changesALicence(manager, data.processId)) return 'part';
  }
  return undefined;
}

async function changesALicence(manager: EntityManager, processId: string): Promise<boolean> {
  const [row] = await manager.query<{ model: ProcessModel }[]>(
    `SELECT model FROM process_version WHERE process_id = $1 AND state = 'published'`,
    [processId],
  );
  return row !== undefined && changesLicences(row.model);
}
