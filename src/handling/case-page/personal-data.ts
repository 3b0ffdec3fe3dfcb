/**
 * What a case's page masks, in clear: for those who are in charge of it and say why they need it
 * (个人信息保护法 §34: within what the duty asks for). Each look is a line of the audit log.
 */
import type { DataSource } from 'typeorm';
import { caseNotFound, requireCase } from '../../cases/index.js';
import { audit, type Session } from '../../people/index.js';
import { masked } from '../../platform/masking.js';
import type { PersonalDataDto } from './personal-data.dto.js';

/** @throws DomainError as `requireCase` */
export async function showPersonalData(
  dataSource: DataSource,
  session: Session,
  number: string,
  reason: string,
): Promise<PersonalDataDto> {
  const { manager } = dataSource;
  await requireCase(manager, session, number, 'case.show-personal');
  const [row] = await manager.query<{ form: Record<string, unknown> }[]>(
    `SELECT form FROM cases WHERE number = $1`,
    [number],
  );
  if (!row) throw caseNotFound(number);
  await audit(manager, {
    ...{ person: session.person.id, post: session.post?.id, act: 'case.show-personal' },
    ...{ target: `case:${number}`, outcome: 'done', detail: { reason: masked(reason) } },
  });
  return { form: row.form };
}
