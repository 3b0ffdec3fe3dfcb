/**
 * What a case's page masks, in clear: for those who are in charge of it and say why they need it
 * (个人信息保护法 §34: within what the duty asks for). Each look is a line of the audit log.
 */
import type { EntityManager } from 'typeorm';
import { type CallerToCase, requireCase } from '../../cases/index.js';
import { audit, type Session } from '../../people/index.js';
import { masked } from '../../platform/masking.js';

/** @returns what the caller sees of the case @throws DomainError as `requireCase` */
export async function noteLook(
  manager: EntityManager,
  session: Session,
  number: string,
  reason: string,
): Promise<CallerToCase['sees']> {
  const { sees } = await requireCase(manager, session, number, 'case.show-personal');
  await audit(manager, {
    ...{ person: session.person.id, post: session.post?.id, act: 'case.show-personal' },
    ...{ target: `case:${number}`, outcome: 'done', detail: { reason: masked(reason) } },
  });
  return sees;
}
