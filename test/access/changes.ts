/** What a request changed: each written row leaves a note, by triggers of this test's own. */
import type { DataSource } from 'typeorm';

/** Written by everybody's looks and refusals, by signing in and by what runs in the background. */
const OF_NO_REQUEST = [
  ...['access_change', 'audit', 'audit_seal', 'audit_unsealed', 'session', 'sign_in'],
  ...['heard_nonce', 'migration', 'recurring_lease', 'recurring_report'],
  // Of a request that is refused, nothing stays.
  'first_answer',
  // Sums and marks, written in the background.
  ...['case_delta', 'case_month', 'step_delta', 'step_month', 'store_mark'],
];

/** What is written in the background of a table that requests change too: the columns only these change. */
const OF_REQUESTS: Readonly<Record<string, string>> = {
  licence: 'state, ended_as, number, valid_to',
};

const LOOKS = `'{case.read,list.read,document.read,file.read,credit.read,audit.search}'`;

export async function watchChanges(dataSource: DataSource): Promise<void> {
  await dataSource.query(`CREATE UNLOGGED TABLE access_change (what text NOT NULL)`);
  await dataSource.query(
    `CREATE FUNCTION access_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
     DECLARE line jsonb := CASE WHEN TG_TABLE_NAME = 'audit' THEN to_jsonb(NEW) END;
     BEGIN
       IF line IS NOT NULL AND (line ->> 'outcome' = 'refused' OR line ->> 'act' = ANY (${LOOKS})
          OR line ->> 'person_id' IS NULL)
       THEN RETURN NULL; END IF;
       INSERT INTO access_change VALUES (concat_ws(' ', TG_OP, TG_TABLE_NAME, line ->> 'act'));
       RETURN NULL; END $$`,
  );
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT relname = ANY ($1)`,
    [OF_NO_REQUEST],
  );
  for (const { name } of [...tables, { name: 'audit' }]) {
    const columns = OF_REQUESTS[name] ? `OF ${OF_REQUESTS[name]}` : '';
    await dataSource.query(
      `CREATE TRIGGER access_note AFTER INSERT
         ${name === 'audit' ? '' : `OR UPDATE ${columns} OR DELETE`}
         ON ${name} FOR EACH ROW EXECUTE FUNCTION access_note()`,
    );
  }
}

/** How what was begun before is going on. */
const GOING_ON = [
  ...['UPDATE command', 'UPDATE signal', 'UPDATE message', 'UPDATE archive_package'],
  'UPDATE text_message',
];

/** What was written since the last time, but by what goes on in the background. */
export async function changesSince(dataSource: DataSource): Promise<string[]> {
  const [rows] = await dataSource.query<[{ what: string }[], number]>(
    `DELETE FROM access_change RETURNING what`,
  );
  const written = new Set(rows.map(({ what }) => what));
  return [...written].filter((what) => !GOING_ON.includes(what));
}
