/** What is done with a card or an order is told to those whom it now concerns: the unit, the issuer, the body above. */
import type { EntityManager } from 'typeorm';
import { dueText, peopleOfBody, tell } from '../notifications/index.js';
import { COLOUR_NAMES } from './colours.js';
import { nearestSupervisors } from './supervisors.js';

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
  /** null = a rule. */
  issuer: string | null;
  caseNumber: string | null;
}

interface Order extends Concerned {
  number: string;
  deadline: Date;
}

interface Card extends Concerned {
  colour: keyof typeof COLOUR_NAMES;
  caseNumber: string;
  due: Date | null;
}

async function persons(
  manager: EntityManager,
  to: To,
  { department, above, issuer, caseNumber }: Concerned,
): Promise<string[]> {
  if (to === 'issuer') return issuer ? [issuer] : nearestSupervisors(manager, department);
  return peopleOfBody(manager, { organisation: to === 'unit' ? department : above, caseNumber });
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
  const facts = { number, lastDay: dueText(deadline) };
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
  const facts = { colour: COLOUR_NAMES[colour], case: caseNumber, lastDay: dueText(due) };
  const about = { kind: 'card', id } as const;
  const concerned = await persons(manager, told.to, card!);
  await tell(manager, [
    { occasion: told.occasion, key: actId, persons: concerned, caseNumber, about, facts },
  ]);
}

/** A card that a rule issued or let climb, and whom that concerns. */
export interface OneOfMany {
  id: string;
  actId: string;
  body: string | null;
}

/** Of several at once each body hears once. */
export async function tellOfCards(
  manager: EntityManager,
  act: 'issued' | 'escalated',
  cards: readonly OneOfMany[],
): Promise<void> {
  for (const organisation of new Set(cards.flatMap(({ body }) => body ?? []))) {
    const ofBody = cards.filter(({ body }) => body === organisation);
    await tellBody(manager, act, organisation, ofBody);
  }
}

async function tellBody(
  manager: EntityManager,
  act: 'issued' | 'escalated',
  organisation: string,
  cards: readonly OneOfMany[],
): Promise<void> {
  const { id, actId } = cards[0]!;
  if (cards.length === 1) return tellOfCard(manager, { id, act, actId });
  await tell(manager, [
    {
      ...{ occasion: `cards-${act}`, key: actId, about: { kind: 'cards', id: organisation } },
      persons: await peopleOfBody(manager, { organisation }),
      facts: { count: String(cards.length) },
    },
  ]);
}
