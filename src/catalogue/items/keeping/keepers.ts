/**
 * Whose an item is to keep: the city keeps what is the whole city's, a county what is its own; an author
 * writes for the own department. What a role may do at all is in the abilities.
 */
import type { EntityManager } from 'typeorm';
import { audit, significant, type Session, type SessionPost } from '../../../people/index.js';
import { forbidden } from '../../../platform/errors.js';
import type { ItemDefinition } from '../definition/index.js';

/** As far as it says whose an item is. */
type Kept = Partial<Pick<ItemDefinition, 'area' | 'lead'>>;

/** Who writes for one department alone. */
const AUTHOR = 'item-author';

/** Whether a post keeps such an item. */
export function keeps(post: SessionPost, { area, lead }: Kept): boolean {
  const { level, region, line } = post.organisation;
  if (post.role === AUTHOR && lead?.line !== line) return false;
  if (level === 'city') return true;
  return area !== undefined && region !== null && area.startsWith(significant(region));
}

/**
 * @param items as it is and as it shall be: nobody takes what is another's, or gives it away
 * @throws DomainError `not-your-item`, noted in the audit log
 */
export async function requireKeeper(
  manager: EntityManager,
  { person, post }: Session,
  code: string,
  items: readonly (Kept | null | undefined)[],
): Promise<void> {
  if (post && items.every((item) => !item || keeps(post, item))) return;
  await audit(manager, {
    ...{ person: person.id, post: post?.id, act: 'item.keep' },
    ...{ target: `item:${code}`, outcome: 'refused' },
  });
  throw forbidden(
    'not-your-item',
    post?.organisation.level === 'city'
      ? `事项 ${code} 不由您的部门编制；请由实施部门的编制人员办理。`
      : `事项 ${code} 不在您所在地方的目录中；市级事项由市里编制。`,
    { item: code },
  );
}
