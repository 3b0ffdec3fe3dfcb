/** Writes notifications, in the transaction of what they tell of. */
import type { EntityManager } from 'typeorm';
import { NEVER_SIGNED_ON } from '../../people/index.js';
import { type FactsOf, type OccasionCode, TEXTED } from '../occasions/index.js';
import { filled, wordsNow } from '../texts/index.js';

/** What a notification leads to: the very thing it tells of. */
export type AboutKind =
  | 'case'
  | 'correction'
  | 'fee'
  | 'delivery'
  | 'licence'
  | 'task'
  | 'tasks'
  | 'copy'
  | 'deputy'
  | 'authorisation'
  | 'order'
  | 'card'
  | 'cards'
  | 'query';

/** Somebody is told of something. */
export type Told = {
  [Code in OccasionCode]: {
    occasion: Code;
    /** Of which occurrence: the same again tells nobody a second time. */
    key: string;
    persons: readonly string[];
    about: { kind: AboutKind; id: string };
    caseNumber?: string | null;
    /** The step of the case that it tells of: should that not have happened, it was not told. */
    step?: number;
    facts: FactsOf<Code>;
  };
}[OccasionCode];

/** Once for each person and occasion; where the occasion says so a text message waits to be sent. */
export async function tell(manager: EntityManager, told: readonly Told[]): Promise<void> {
  if (told.every(({ persons }) => persons.length === 0)) return;
  const words = await wordsNow(manager);
  const rows = told.flatMap(({ occasion, key, persons, about, caseNumber, step, facts }) =>
    [...new Set(persons)].map((person) => ({
      ...{ key: `${occasion}/${key}/${person}`, occasion, person },
      ...{ case_number: caseNumber ?? null, step: step ?? null },
      ...{ about_kind: about.kind, about_id: about.id, text: filled(words(occasion), facts) },
    })),
  );
  await manager.query(
    `WITH told AS (
       INSERT INTO notification (key, occasion, person_id, case_number, step, about_kind, about_id,
                                 text)
       SELECT key, occasion, person, case_number, step, about_kind, about_id, text
         FROM jsonb_to_recordset($1::jsonb) AS t(key text, occasion text, person text,
              case_number text, step int, about_kind text, about_id text, text text)
       ON CONFLICT (key) DO UPDATE SET superseded = false, step = EXCLUDED.step
         WHERE notification.superseded
       RETURNING id, occasion, person_id)
     INSERT INTO text_message (notification_id)
     SELECT told.id FROM told JOIN person p ON p.id = told.person_id
      -- No identity service knows a telephone of people who never signed on.
      WHERE told.occasion = ANY($2) AND NOT starts_with(p.subject, $3)
     ON CONFLICT (notification_id) DO NOTHING`,
    [JSON.stringify(rows), TEXTED, NEVER_SIGNED_ON],
  );
}

/** The steps from this one on did not happen: nobody is told of them; what went out is out. */
export async function takeBackTold(
  manager: EntityManager,
  { caseNumber, step }: { caseNumber: string; step: number },
): Promise<void> {
  await manager.query(
    `WITH gone AS (
       UPDATE notification SET superseded = true
        WHERE case_number = $1 AND step >= $2 AND NOT superseded RETURNING id)
     DELETE FROM text_message WHERE state = 'waiting' AND notification_id IN (SELECT id FROM gone)`,
    [caseNumber, step],
  );
}
