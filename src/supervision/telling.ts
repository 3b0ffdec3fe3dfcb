/** What is done with a card or an order is told to those whom it now concerns: the unit, the issuer, the body above. */
import type { EntityManager } from 'typeorm';
import { dayText, peopleOfBody, tell } from '../notifications/index.js';
import { COLOUR_NAMES } from './colours.js';

type To = 'unit' | 'issuer' | 'above';

/** Act → occasion and whom it concerns; proposals and their dismissal are the supervisors' own. */
const OF_ORDERS = {
  issued: { occasion: 'order-issued', to: 'unit' },
  replied: { occasion: 'order-replied', to: 'issuer' },
  returned: { occasion: 'order-returned', to: 'unit' },
  accepted: { occasion: 'order-accepted', to: 'unit' },
  withdrawn: { occasion: 'order-withdrawn', to: 'unit' },
  escalated: { occasion: 'order-escalated', to: 'above' },
} as const;
const OF_CARDS = {
  issued: { occasion: 'card-issued', to: 'unit' },
  answered: { occasion: 'card-answered', to: 'issuer' },
  returned: { occasion: 'card-returned', to: 'unit' },
  accepted: { occasion: 'card-accepted', to: 'unit' },
  revoked: { occasion: 'card-revoked', to: 'unit' },
  escalated: { occasion: 'card-escalated', to: 'above' },
} as const;

const found = <Told>(told: Readonly<Record<string, Told>>, act: string): Told | undefined =>
  Object.hasOwn(told, act) ? told[act] : undefined;

interface Concerned {
  department: string;
  above: string | null;
  issuer: string | null;
}

interface Order extends Concerned {
  number: string;
  deadline: Date;
  caseNumber: string | null;
}

interface Card extends Concerned {
  colour: keyof typeof COLOUR_NAMES;
  caseNumber: string;
  due: Date | null;
}

async function persons(manager: EntityManager, to: To, of: Concerned): Promise<string[]> {
  if (to === 'issuer') return of.issuer ? [of.issuer] : [];
  return peopleOfBody(manager, to === 'unit' ? of.department : of.above);
}

/** @param actId of the act's row: told once for it */
export async function tellOfOrder(
  manager: EntityManager,
  { id, act, actId }: { id: string; act: string; actId: string },
): Promise<void> {
  const told = found(OF_ORDERS, act);
  if (!told) return;
  const [order] = await manager.query<Order[]>(
    `SELECT department, escalated_to AS above, issued_by AS issuer, number, deadline,
            case_number AS "caseNumber" FROM supervision_order WHERE id = $1`,
    [id],
  );
  const { number, deadline, caseNumber } = order!;
  const facts = { number, lastDay: dayText(deadline) };
  const about = { kind: 'order', id } as const;
  const concerned = await persons(manager, told.to, order!);
  await tell(manager, [
    { occasion: told.occasion, key: actId, persons: concerned, caseNumber, about, facts },
  ]);
}

/** @param actId of the act's row: told once for it */
export async function tellOfCard(
  manager: EntityManager,
  { id, act, actId }: { id: string; act: string; actId: string },
): Promise<void> {
  const told = found(OF_CARDS, act);
  if (!told) return;
  const [card] = await manager.query<Card[]>(
    `SELECT department, escalated_to AS above, colour, case_number AS "caseNumber",
            answer_due AS due,
            (SELECT person_id FROM supervision_act WHERE card_id = $1 AND act = 'issued'
              ORDER BY id LIMIT 1) AS issuer
       FROM card WHERE id = $1`,
    [id],
  );
  const { colour, caseNumber, due } = card!;
  const facts = { colour: COLOUR_NAMES[colour], case: caseNumber, lastDay: dayText(due) };
  const about = { kind: 'card', id } as const;
  const concerned = await persons(manager, told.to, card!);
  await tell(manager, [
    { occasion: told.occasion, key: actId, persons: concerned, caseNumber, about, facts },
  ]);
}
