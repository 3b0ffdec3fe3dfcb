/** A right that is missing: told, and noted in the audit log. */
import type { EntityManager } from 'typeorm';
import { forbidden } from '../../platform/errors.js';
import { audit } from '../audit/index.js';
import { abilityOf, type Action, type Subject } from './abilities.js';
import type { Session } from './session.js';

/**
 * For an operation whose right depends on what it is about; the others say `@Needs`.
 * @param about what was asked for, as the audit log keeps it
 * @throws DomainError `not-your-role`
 */
export async function requireRight(
  manager: EntityManager,
  session: Session,
  [action, subject]: [Action, Subject],
  about: string,
): Promise<void> {
  if (abilityOf(session).can(action, subject)) return;
  await audit(manager, {
    person: session.person.id,
    post: session.post?.id,
    act: `${subject.toLowerCase()}.${action}`,
    target: about,
    outcome: 'refused',
  });
  throw forbidden(
    'not-your-role',
    session.post
      ? `您当前的岗位“${session.post.title}”没有这项权限。如您另有岗位，请先切换岗位。`
      : '这是工作人员的功能。如您是工作人员，请先选择岗位。',
  );
}
