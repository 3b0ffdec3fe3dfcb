/** The audit log as a file that an auditor takes along: all that a search finds, bounded by count. */
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { unprocessable } from '../../platform/errors.js';
import { BOM, type CellValue, csvLine } from '../../platform/tables/csv.js';
import type { AuditEntryDto, AuditQuery } from './audit.dto.js';
import { countUpTo, pageOf } from './audit-queries.js';

/** Lines of one file; what Excel still opens at once. */
export const MOST_LINES = 50_000;
const PAGE = 1_000;

const COLUMNS: readonly [string, (line: AuditEntryDto) => CellValue][] = [
  ['序号', ({ id }) => id],
  ['时间', ({ at }) => at.toISOString()],
  ['人员编号', ({ person }) => person],
  ['姓名', ({ personName }) => personName],
  ['岗位', ({ postTitle }) => postTitle],
  ['行为', ({ act }) => act],
  ['对象', ({ target }) => target],
  ['结果', ({ outcome }) => OUTCOMES[outcome]],
  ['说明', ({ detail }) => (Object.keys(detail).length > 0 ? JSON.stringify(detail) : null)],
  ['网络地址', ({ address }) => address],
  ['请求编号', ({ trace }) => trace],
  ['链中序号', ({ sequence }) => sequence],
];

const OUTCOMES: Readonly<Record<AuditEntryDto['outcome'], string>> = {
  done: '完成',
  refused: '被拒绝',
  failed: '失败',
};

/**
 * @returns how many lines the search finds
 * @throws DomainError 422 `audit-export-too-long`
 */
export async function requireExportable(
  manager: EntityManager,
  query: AuditQuery,
): Promise<number> {
  const count = await countUpTo(manager, query, MOST_LINES + 1);
  if (count <= MOST_LINES) return count;
  throw unprocessable(
    'audit-export-too-long',
    `符合条件的超过 ${MOST_LINES} 条，一次最多导出 ${MOST_LINES} 条。请缩短时间或增加条件，分几次导出。`,
  );
}

/** A page is read when the one before it has gone out, so that memory holds one. */
export const exported = (manager: EntityManager, query: AuditQuery): Readable =>
  Readable.from(linesOf(manager, query));

async function* linesOf(manager: EntityManager, query: AuditQuery): AsyncGenerator<string> {
  yield BOM + csvLine(COLUMNS.map(([title]) => title));
  let after: AuditQuery['cursor'];
  let left = MOST_LINES;
  do {
    const page = await pageOf(manager, { ...query, cursor: after }, Math.min(PAGE, left));
    yield page.items.map((line) => csvLine(COLUMNS.map(([, value]) => value(line)))).join('');
    left -= page.items.length;
    after = page.next ?? undefined;
  } while (after !== undefined && left > 0);
}
