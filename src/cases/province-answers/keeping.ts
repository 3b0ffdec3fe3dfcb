/**
 * What the province answered in a case is kept for who handles it: for the application when it was handed
 * in and when it was corrected, and for each step of the process; that it refused or did not answer, too.
 */
import type { EntityManager } from 'typeorm';
import { sealedJson } from '../../platform/sealing/index.js';
import { type Heard, type Source, sourceAt } from '../../province/index.js';

export const OCCASIONS = ['application', 'correction', 'process'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** `nothing`: it has no record; `away`: it did not answer, or not in time. */
export const OUTCOMES = ['answered', 'nothing', 'refused', 'away'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Asked {
  caseNumber: string;
  occasion: Occasion;
  /** The step of the process. */
  element?: string;
  /** The same key, the same call again: its newest answer counts. */
  key: string;
}

type Members = Record<string, unknown>;

interface Answer {
  source: Source;
  purpose: string;
  at: Date;
  outcome: Outcome;
  reason: string | null;
  records: Members[];
}

/** Of one answer; who holds more has them looked up where they are. */
const MOST_RECORDS = 20;

/** Answers of systems that no case keeps anything of are passed over; one that came twice is one. */
export async function keepAnswers(
  manager: EntityManager,
  { caseNumber, occasion, element, key }: Asked,
  heard: readonly Heard[],
): Promise<void> {
  const answers = heard.flatMap((one) => {
    const source = sourceAt(one.path);
    return source ? [answerOf(source, one)] : [];
  });
  const places = new Map<string, number>();
  for (const answer of withoutRepeats(answers)) {
    const { source, purpose, at, outcome, reason, records } = answer;
    const place = (places.get(source.code) ?? 0) + 1;
    places.set(source.code, place);
    await manager.query(
      `INSERT INTO exchange_record
         (key, case_number, dataset, purpose, records, at, occasion, element, outcome, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (key) DO UPDATE SET records = excluded.records, at = excluded.at,
         outcome = excluded.outcome, reason = excluded.reason,
         attempts = exchange_record.attempts + 1`,
      [
        ...[`${key}/${source.code}${place > 1 ? `~${place}` : ''}`, caseNumber, source.code],
        ...[purpose, JSON.stringify(sealedJson(manager, records)), at],
        ...[occasion, element ?? null, outcome, reason],
      ],
    );
  }
}

function answerOf(source: Source, { path, purpose, at, outcome, reason, answer }: Heard): Answer {
  const all = outcome === 'answered' ? recordsIn(path, answer) : [];
  const records = all.slice(0, MOST_RECORDS).map((record) => kept(source, record));
  const nothing = outcome === 'answered' && all.length === 0;
  return { source, purpose, at, outcome: nothing ? 'nothing' : outcome, reason, records };
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The exchange answers with records, a system with one answer. */
function recordsIn(path: string, answer: unknown): Members[] {
  if (!isObject(answer)) return [];
  if (!path.startsWith('/exchange/')) return [answer];
  return Array.isArray(answer.records) ? answer.records.filter(isObject) : [];
}

const kept = ({ fields }: Source, record: Members): Members =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name in fields));

/** Checks ask what the form's filling in has asked already: the last of the same counts. */
function withoutRepeats(answers: Answer[]): Answer[] {
  const last = new Map<string, Answer>();
  for (const answer of answers) {
    const { source, outcome, records } = answer;
    last.set(JSON.stringify([source.code, outcome, records]), answer);
  }
  return [...last.values()];
}
