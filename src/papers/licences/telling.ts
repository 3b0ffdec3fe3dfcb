/** Holders hear of their licences: issued, changed, ended. */
import type { EntityManager } from 'typeorm';
import { tell, toldCase } from '../../notifications/index.js';
import type { EndedAs } from './ending.js';

interface Held {
  licence: string;
  holder: string;
}

async function heldAs(manager: EntityManager, identifier: string): Promise<Held | undefined> {
  const [row] = await manager.query<Held[]>(
    `SELECT kind AS licence, holder_person AS holder FROM licence WHERE identifier = $1`,
    [identifier],
  );
  return row;
}

/** A licence, or a newer version of one, can be seen. */
export async function tellLicenceReady(
  manager: EntityManager,
  identifier: string,
  caseNumber: string,
): Promise<void> {
  const held = await heldAs(manager, identifier);
  if (!held) return;
  const { item } = await toldCase(manager, caseNumber);
  await tell(manager, [
    {
      ...{ occasion: 'licence-ready', key: identifier, persons: [held.holder], caseNumber },
      about: { kind: 'licence', id: identifier },
      facts: { item, case: caseNumber, licence: held.licence },
    },
  ]);
}

/** Of another that takes its place the holder hears as of that one; of what is void by its case. */
const ENDED: Partial<Record<EndedAs, string>> = { revoked: '被撤销', cancelled: '注销' };

export async function tellLicenceEnded(
  manager: EntityManager,
  identifier: string,
  as: EndedAs,
): Promise<void> {
  const how = ENDED[as];
  const held = how && (await heldAs(manager, identifier));
  if (!how || !held) return;
  await tell(manager, [
    {
      ...{ occasion: 'licence-ended', key: `${identifier}/${as}`, persons: [held.holder] },
      about: { kind: 'licence', id: identifier },
      facts: { licence: held.licence, how },
    },
  ]);
}
