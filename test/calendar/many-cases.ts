/** Many open cases in the tables, without workflows: dates, pauses, extensions as chance has them. */
import type { DataSource } from 'typeorm';
import { DAY, dateOf, dayOfDate, startOfDay } from '../../workflows/clock/index.js';

export interface ManyCase {
  number: string;
  item: string;
  /** Dates, `2026-11-20`. */
  received: string;
  accepted: string | null;
  decided: string | null;
  state: string;
  extension: number;
  /** Of a renewal: the first day on which the licence is no longer valid. */
  ends: string | null;
  /** Ended pauses by dates, in order; the last may still go on. */
  pauses: [string, string | null][];
}

/** Items with the limits that make a difference: short and long, natural days, none. */
export const ITEMS: Record<string, { statutory?: string; promised?: string }> = {
  SHORT0000000: { statutory: '20wd', promised: '5wd' },
  LONG00000000: { statutory: '45wd', promised: '30wd' },
  NATURAL00000: { statutory: '90d', promised: '60d' },
  SPOT00000000: { statutory: '1wd', promised: '0wd' },
};

const RULES = {
  law: '行政许可法',
  acceptance: { within: '5wd', silenceAccepts: true },
  extension: { upTo: '10wd', by: 'head' },
  pauses: ['hearing'],
  delivery: '10wd',
  warn: 2,
};

/** A small generator with a seed: the same cases in every run. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** @param from first day of receipt @param days over which the receipts are spread */
export function manyCases(count: number, from: string, days: number, seed = 1): ManyCase[] {
  const chance = chanceOf(seed);
  const items = Object.keys(ITEMS);
  return Array.from({ length: count }, (_, place) => {
    const received = dayOfDate(from) + chance(days);
    const accepted = chance(5) === 0 ? null : received + chance(4);
    const pauses: [string, string | null][] = [];
    let day = (accepted ?? received) + chance(6);
    for (let left = accepted === null ? 0 : chance(4); left > 0; left -= 1) {
      const end = day + chance(12);
      pauses.push([text(day), text(end)]);
      day = end + 1 + chance(5);
    }
    const item = items[chance(items.length)]!;
    const natural = item === 'NATURAL00000';
    const open = accepted !== null && chance(10) === 0;
    if (open) pauses.push([text(day + 1), null]);
    const decided = accepted !== null && !open && chance(6) === 0 ? day : null;
    const stateOf = () => (open ? 'special-procedure' : decided === null ? 'accepted' : 'granted');
    return {
      number: `M${String(place).padStart(7, '0')}`,
      item,
      received: text(received),
      accepted: accepted === null ? null : text(accepted),
      decided: decided === null ? null : text(decided),
      state: accepted === null ? 'collected' : stateOf(),
      extension: natural || accepted === null ? 0 : chance(3) * 5,
      ends: accepted !== null && chance(8) === 0 ? text(accepted + 3 + chance(40)) : null,
      pauses,
    };
  });
}

const text = (day: number): string => dateOf(startOfDay(day));
/** Some time during a day. */
const instant = (date: string | null): string | null =>
  date === null ? null : new Date(startOfDay(dayOfDate(date)) + DAY / 2.7).toISOString();

/** Writes items, cases and pauses; due dates are empty until somebody counts them. */
export async function insertMany(dataSource: DataSource, cases: ManyCase[]): Promise<void> {
  for (const [code, limits] of Object.entries(ITEMS)) {
    const asLimit = (limit: string | undefined) =>
      limit && { days: parseInt(limit, 10), unit: limit.replace(/\d+/, '') };
    const data = {
      limits: { statutory: asLimit(limits.statutory), promised: asLimit(limits.promised) },
    };
    await dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state)
       VALUES ($1, 1, 'single', '01', $1, $2, 'published')`,
      [code, JSON.stringify(data)],
    );
  }
  for (let at = 0; at < cases.length; at += 10_000) {
    const rows = cases.slice(at, at + 10_000).map((one) => ({
      ...one,
      received: instant(one.received),
      accepted: instant(one.accepted),
      decided: instant(one.decided),
      ends: one.ends && new Date(startOfDay(dayOfDate(one.ends))),
      paused: instant(one.pauses.find(([, to]) => to === null)?.[0] ?? null),
    }));
    await dataSource.query(
      `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
         calendar_version, region, applicant_id, lead_department, state, submitted_at, received_at,
         collected_at, accepted_at, decided_at, paused_at, extension_days, licence_ends_at, clock_rules,
         item_type)
       SELECT number, item, 1, item, 'p', 'h', '2026.1', '210302', 'p-zhang', 'd', state, received,
              received, received, accepted, decided, paused, extension, ends, $2, '01'
         FROM jsonb_to_recordset($1) AS c (number text, item text, state text,
           received timestamptz, accepted timestamptz, decided timestamptz, paused timestamptz,
           extension int, ends timestamptz)`,
      [JSON.stringify(rows), JSON.stringify(RULES)],
    );
    const pauses = rows.flatMap(({ number, pauses }) =>
      pauses.map(([from, to]) => ({ number, from: instant(from), to: instant(to) })),
    );
    await dataSource.query(
      `INSERT INTO case_pause (case_number, began_at, ended_at, reason)
       SELECT number, p."from", p."to", 'hearing'
         FROM jsonb_to_recordset($1) AS p (number text, "from" timestamptz, "to" timestamptz)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(pauses)],
    );
  }
}
