/** An occasion's words as a versioned definition: sound when kept, used from their publication on. */
import { notFound, unprocessable } from '../../platform/errors.js';
import { lineDifferences, type VersionedKind } from '../../versions/index.js';
import { type Occasion, occasionOf } from '../occasions/index.js';
import { wordFaults } from './words.js';

export interface TextContent {
  body: string;
}

/** @throws DomainError 404 `occasion-not-found` */
export function requireOccasion(code: string): Occasion {
  const occasion = occasionOf(code);
  if (occasion) return occasion;
  throw notFound('occasion-not-found', `没有“${code}”这种提醒，请从列表中选择。`);
}

/** @throws DomainError 422 `text-invalid` with every fault */
function requireSound(code: string, body: string): void {
  const faults = wordFaults(body, requireOccasion(code));
  if (faults.length === 0) return;
  throw unprocessable('text-invalid', `提醒的文字需要修改：${faults.join('')}`, {
    errors: faults.map((message) => ({ field: 'body', message })),
  });
}

export const TEXTS: VersionedKind<TextContent> = {
  code: 'notification-text',
  subject: 'Notification',
  acts: { save: 'notification-text.save', publish: 'notification-text.publish' },
  target: (key) => `occasion:${key}`,
  noDraft: (key) =>
    notFound('text-has-no-draft', `“${requireOccasion(key).name}”没有待发布的草稿，请先保存一个。`),

  check(_, key, { body }) {
    requireSound(key, body);
    return Promise.resolve({ content: { body }, findings: [] });
  },

  /** Version 0 is the one built in. */
  async read(manager, key, version) {
    const [row] = await manager.query<{ version: number; body: string }[]>(
      `SELECT version, body FROM notification_text
        WHERE occasion = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
      [key, version ?? null],
    );
    if (row) return { version: row.version, content: { body: row.body } };
    return version ? null : { version: 0, content: { body: requireOccasion(key).text } };
  },

  async publish(manager, { key, content: { body }, by, drafted }) {
    requireSound(key, body);
    const [row] = await manager.query<{ version: number }[]>(
      `INSERT INTO notification_text
         (occasion, version, body, saved_by, saved_at, published_by, published_at)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, now()
         FROM notification_text WHERE occasion = $1
       RETURNING version`,
      [key, body, drafted.by, drafted.at, by],
    );
    return { version: row!.version };
  },

  differences: (before, after) => Promise.resolve(lineDifferences(before?.body ?? '', after.body)),
};
