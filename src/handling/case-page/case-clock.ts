/** The case's clock as people read it: the limits, and how near they are. Lights, not cards. */
import type { CaseState } from '../../../workflows/contracts/case.js';
import { limitText, type ItemDefinition } from '../../catalogue/index.js';
import type { CaseClockDto } from './case-clock.dto.js';

type Light = 'green' | 'warning' | 'red';

interface Timed {
  acceptedAt: Date | null;
  decidedAt: Date | null;
  dueAt: Date | null;
  promisedDueAt: Date | null;
  ended: boolean;
  /** Of a hearing that is to be held, of a preliminary review: limits of their own beside the whole. */
  hearingDueAt: Date | null;
  reviewDueAt: Date | null;
  state: CaseState;
}

/** The last fifth of the time is nearly due. */
const NEARLY = 0.2;

/** Red when the time is over, warning in its last fifth. */
export function lightOf(from: Date, due: Date | null, now = new Date()): Light {
  if (!due) return 'green';
  const left = due.getTime() - now.getTime();
  if (left < 0) return 'red';
  return left < (due.getTime() - from.getTime()) * NEARLY ? 'warning' : 'green';
}

const soonest = (dues: (Date | null)[]): Date | null =>
  dues.reduce((first, due) => (first && (!due || first <= due) ? first : due), null);

const DAY = 86_400_000;

/** @param dayLength of a day in ms, working or natural; shorter in a demonstration */
export function clockOf(row: Timed, item: ItemDefinition, dayLength: number): CaseClockDto {
  const due = soonest([row.promisedDueAt ?? row.dueAt, row.hearingDueAt, row.reviewDueAt]);
  const decided = row.decidedAt !== null || row.state === 'forwarded';
  const running = row.acceptedAt !== null && !decided && !row.ended;
  return {
    light: running ? lightOf(row.acceptedAt!, due) : 'none',
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    statutory: limitText(item.limits?.statutory),
    promised: limitText(item.limits?.promised),
    note: dayLength === DAY ? '' : `演示：自然日和工作日都按每天 ${dayLength / 1000} 秒计。`,
  };
}
