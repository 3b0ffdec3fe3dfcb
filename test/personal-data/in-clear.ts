/** What somebody reads who has the database and not the keys. */
import pg from 'pg';

/** Numbers that tell of a person, in PostgreSQL's words: ID numbers, mobile telephones, bank cards. */
const NUMBERS = {
  'ID number': '[1-8][0-9]{5}(19|20)[0-9]{9}[0-9Xx]',
  telephone: '1[3-9][0-9]{9}',
  'bank card': '62[0-9]{14,17}',
};

/** A value of a column that stands alone or in a text, but in no longer number or code. */
const alone = (digits: string): string => `(^|[^0-9A-Za-z_-])${digits}($|[^0-9A-Za-z_-])`;

/** A text with these in clear would be found. */
export async function inClear(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
         JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
          AND data_type IN ('text', 'json', 'jsonb', 'ARRAY', 'character varying', 'character')`,
    );
    const found: string[] = [];
    for (const { table, column } of rows) {
      for (const [kind, digits] of Object.entries(NUMBERS)) {
        const { rowCount } = await client.query(
          `SELECT FROM "${table}" WHERE "${column}"::text ~ $1 LIMIT 1`,
          [alone(digits)],
        );
        if (rowCount) found.push(`${table}.${column}: ${kind}`);
      }
    }
    return found;
  } finally {
    await client.end();
  }
}
