/** What the demonstration's city settles otherwise than a new city does. */
import type { DataSource } from 'typeorm';

/**
 * Benefits of the coming month are listed at once: a demonstration does not wait for it. Processes are
 * published by a second person, items go their way first. Safe to repeat.
 */
export async function settleDemonstration(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO supervision_setting (kind, version, content, valid_from)
     VALUES ('benefits', 2, '{"monthsAhead": 1}', '2000-01-01'),
            ('publication', 2, '{"secondPerson": ["process"], "byWay": ["item"]}', '2000-01-01')
     ON CONFLICT DO NOTHING`,
  );
}
