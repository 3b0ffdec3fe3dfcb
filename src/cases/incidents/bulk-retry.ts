/** Trying many incidents again: each a command of its own, each with its true result. */
import { createHash } from 'node:crypto';
import { DomainError } from '../../platform/errors.js';
import type { Session } from '../../people/index.js';
import type { CaseCommands, Actor } from '../commands/index.js';
import type { RetryOutcomeDto } from './incident.dto.js';
import type { IncidentQueries } from './incident-queries.js';

const AT_ONCE = 8;

/** The command of one incident in a bulk of that key: the same however often the bulk is sent. */
function commandId(key: string, incident: string): string {
  const hex = createHash('sha256').update(`${key} ${incident}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** @param key of the whole bulk */
export async function retryAll(
  { queries, commands }: { queries: IncidentQueries; commands: CaseCommands },
  session: Session,
  actor: Actor,
  ids: readonly string[],
  key: string,
): Promise<RetryOutcomeDto[]> {
  const wanted = [...new Set(ids)];
  const outcomes: RetryOutcomeDto[] = [];
  const retryOne = async (id: string): Promise<RetryOutcomeDto> => {
    try {
      await queries.require(session, id, 'incident.retry');
      const result = await commands.retryIncident(id, actor, undefined, commandId(key, id));
      if (result.status === 'pending')
        return { id, outcome: 'pending', message: '已提交，正在处理，稍后刷新查看。' };
      return await queries.afterRetry(id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { id, outcome: 'refused', message: error.message };
    }
  };
  while (wanted.length > 0)
    outcomes.push(...(await Promise.all(wanted.splice(0, AT_ONCE).map(retryOne))));
  return outcomes;
}
