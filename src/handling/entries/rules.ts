/** What the tasks of a draft's way ask for beyond their diagram. */
import type { EntityManager } from 'typeorm';
import { dateOf } from '../../../workflows/clock/index.js';
import type { Json } from '../../../bpmn/engine/index.js';
import { ENTRY_ACTS, requireSoundDraft } from '../../catalogue/index.js';
import { conflict, unprocessable } from '../../platform/errors.js';

interface Task {
  name: string;
  act: string | null;
  case_number: string;
}
interface Answer {
  outcome?: string;
  opinion?: string;
  form?: Json;
}

const ACTS: readonly string[] = Object.values(ENTRY_ACTS);

/**
 * Who returns a draft says why, here or at its elements; who hands it in again has answered each comment and
 * left no fault; what is published is sound, and holds from today at the earliest.
 * @throws DomainError `reasons-missing`, `comments-unanswered`, `invalid-item`, `effective-day-past`
 */
export async function requireEntryRules(
  manager: EntityManager,
  task: Task,
  { outcome, opinion, form }: Answer,
): Promise<void> {
  const { act, case_number: caseNumber } = task;
  if (act === null || !ACTS.includes(act)) return;
  const [entry] = await manager.query<{ item: string; open: number }[]>(
    `SELECT e.item_code AS item, (SELECT count(*)::int FROM item_comment k
             WHERE k.case_number = e.case_number AND k.answer IS NULL) AS open
       FROM item_entry e WHERE e.case_number = $1`,
    [caseNumber],
  );
  if (!entry) return;
  if (outcome === 'return' && entry.open === 0 && !opinion?.trim())
    throw unprocessable(
      'reasons-missing',
      `“${task.name}”退回修改，必须说明理由：请填写意见，或者在事项页面对应的内容上写明。`,
      { field: 'opinion' },
    );
  if (outcome === 'hand-in') await requireAnswered(manager, entry);
  if (outcome === 'publish') await requirePublishable(manager, entry.item, form);
}

async function requireAnswered(
  manager: EntityManager,
  { item, open }: { item: string; open: number },
) {
  if (open > 0)
    throw conflict(
      'comments-unanswered',
      `还有 ${open} 条意见没有答复。请打开事项页面逐条答复，再次送审。`,
      { open },
    );
  await requireSoundDraft(manager, item);
}

async function requirePublishable(manager: EntityManager, item: string, form?: Json) {
  await requireSoundDraft(manager, item);
  const { effectiveFrom } = (form ?? {}) as { effectiveFrom?: string };
  if (effectiveFrom !== undefined && effectiveFrom >= dateOf(Date.now())) return;
  throw unprocessable('effective-day-past', '请填写自哪天起执行：今天或者以后的日期。', {
    field: '/form/effectiveFrom',
  });
}
