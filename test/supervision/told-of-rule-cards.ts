/** Who hears of cards that a rule issued by itself. */
import type { Session } from '../../tools/session/sign-in.js';
import { tellOfCards } from '../../src/supervision/telling.js';
import type { ApiStage } from '../api/stage.js';

/**
 * The unit hears of one card by itself and of many once; of its answer who supervises it, since no person
 * issued the card.
 * @param unit a session of somebody in the body `lead`
 */
export async function toldOfRuleCards(
  { dataSource }: ApiStage,
  unit: Session,
  lead: string,
): Promise<void> {
  const [card] = await dataSource.query<{ id: string }[]>(
    `SELECT id FROM card WHERE rule_id = 'paused-long' AND state = 'issued'`,
  );
  const toldOf = (about: string) =>
    dataSource.query<{ occasion: string; text: string; supervises: boolean }[]>(
      `SELECT DISTINCT n.occasion, n.text, EXISTS (SELECT 1 FROM post p
                WHERE p.person_id = n.person_id AND p.role = 'supervisor') AS supervises
         FROM notification n WHERE n.about_id = $1 ORDER BY n.occasion`,
      [about],
    );
  await unit.post(`/api/cards/${card!.id}/answer`, { text: '已恢复办理。' });
  expect(await toldOf(card!.id)).toEqual([
    expect.objectContaining({ occasion: 'card-answered', supervises: true }),
    expect.objectContaining({ occasion: 'card-issued', supervises: false }),
  ]);
  const many = ['first', 'second'].map((actId) => ({ id: card!.id, actId, body: lead }));
  await dataSource.transaction((manager) => tellOfCards(manager, 'issued', many));
  expect((await toldOf(lead)).map(({ text }) => text)).toEqual([
    '本单位被亮 2 张牌，请分别按期答复。',
  ]);
}
