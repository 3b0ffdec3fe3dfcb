/** A permit's case told as dated acts, read from JSON and played on the statutory clock. */
import { Ajv } from 'ajv';
import type { FrozenCalendar } from '../../workflows/contracts/case.js';
import { CalendarError, dayOfDate, DAY } from '../../workflows/clock/index.js';
import {
  ARTICLE_42,
  DELIVERY_DAYS,
  happen,
  NOTHING_RECEIVED,
  type PermitAct,
  type PermitTerms,
  viewOn,
} from '../../workflows/clock/permit/index.js';

/** Working days before the promised day from which a case is shown as nearly due. */
const WARN_DAYS = 2;

type ScriptedAct = PermitAct & { on: string };

export interface ScriptedPermit {
  item?: { [Term in keyof PermitTerms]?: PermitTerms[Term] | null };
  events: ScriptedAct[];
  /** The day looked at; by default that of the last act. */
  asOf?: string;
}

const days = { type: ['integer', 'null'], minimum: 0 };
const date = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const acts = [
  ...['receive', 'correct', 'supplement', 'accept', 'refuse', 'pause', 'resume', 'extend'],
  ...['decide', 'deliver', 'withdraw'],
];
const isScriptedPermit = new Ajv({
  allErrors: false,
  allowUnionTypes: true,
}).compile<ScriptedPermit>({
  type: 'object',
  required: ['events'],
  properties: {
    item: {
      type: ['object', 'null'],
      properties: {
        statutory: days,
        promised: days,
        joint: { type: ['boolean', 'null'] },
        warn: days,
        extension: days,
        deliver: days,
      },
    },
    asOf: date,
    events: {
      type: 'array',
      items: {
        type: 'object',
        required: ['on', 'do'],
        properties: { on: date, do: { enum: acts }, days: { type: 'integer' } },
      },
    },
  },
});

/** The file cannot be used. The message says where and what to do. */
export class UnusableCase extends Error {
  override name = 'UnusableCase';
}

/** @throws UnusableCase */
export function readPermit(text: string): ScriptedPermit {
  let told: unknown;
  try {
    told = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnusableCase(`不是 JSON：${(error as Error).message}`);
  }
  if (!isScriptedPermit(told)) {
    const [fault] = isScriptedPermit.errors ?? [];
    const allowed = fault?.keyword === 'enum' ? `（可以是 ${acts.join('、')}）` : '';
    throw new UnusableCase(`${fault?.instancePath || '/'} ${fault?.message}${allowed}`);
  }
  checkOrder(told.events);
  return told;
}

function checkOrder(events: ScriptedAct[]): void {
  events.forEach(({ on }, place) => {
    const before = events[place - 1];
    if (before && before.on > on)
      throw new UnusableCase(
        `/events/${place} ${on} 在前一件事 ${before.on} 之前；请按日期先后排列。`,
      );
  });
}

function termsOf(item: ScriptedPermit['item']): PermitTerms {
  const joint = item?.joint ?? false;
  const law = ARTICLE_42[joint ? 'joint' : 'single'];
  return {
    joint,
    statutory: item?.statutory ?? law.statutory,
    promised: item?.promised ?? null,
    warn: item?.warn ?? WARN_DAYS,
    extension: item?.extension ?? law.extension,
    deliver: item?.deliver ?? DELIVERY_DAYS,
  };
}

function dayIn(place: string, text: string): number {
  try {
    return dayOfDate(text);
  } catch (error) {
    throw new UnusableCase(`${place} ${(error as Error).message}`);
  }
}

const dateOfDay = (day: number | null): string | null =>
  day === null ? null : new Date(day * DAY).toISOString().slice(0, 10);

/** What is printed for a case: the answer, or the year whose calendar it needs. */
export type Told = Record<string, unknown> | { error: 'no-calendar'; year: number };

/** @throws UnusableCase */
export function playPermit(calendar: FrozenCalendar, told: ScriptedPermit): Told {
  const terms = termsOf(told.item);
  const refused: { on: string; do: string; article: number | null }[] = [];
  try {
    let clock = NOTHING_RECEIVED;
    for (const [place, act] of told.events.entries()) {
      const day = dayIn(`/events/${place}/on`, act.on);
      const happened = happen({ calendar, terms, day }, clock, act);
      clock = happened.clock;
      if (happened.refusal) refused.push({ on: act.on, do: act.do, ...happened.refusal });
    }
    const last = told.asOf ?? told.events.at(-1)?.on;
    if (last === undefined) throw new UnusableCase('/asOf 没有事件时要说明以哪一天为准');
    const view = viewOn(calendar, terms, clock, dayIn('/asOf', last));
    return {
      accepted: dateOfDay(view.accepted),
      deemed: view.deemed,
      statutoryDue: dateOfDay(view.statutoryDue),
      promisedDue: dateOfDay(view.promisedDue),
      deliverDue: dateOfDay(view.deliverDue),
      used: view.used,
      light: view.light,
      state: view.state,
      refused,
    };
  } catch (error) {
    if (error instanceof CalendarError) return { error: 'no-calendar', year: error.year };
    throw error;
  }
}
