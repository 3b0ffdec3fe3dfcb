/** Personal data in the database: sealed for whoever has no keys, sealed anew when the key changes. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { digestKeyOf } from '../../src/platform/digest-key.js';
import { requireKeys } from '../../src/platform/requirements/index.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import { personDigest, sealedForm, sealedText } from '../../src/platform/sealing/index.js';
import { Resealer } from '../../src/platform/sealing/reseal.js';
import { createTestDatabase, PAYLOAD_KEYS } from '../servers/index.js';
import { inClear } from './in-clear.js';

const ID_NUMBER = '210399198604120024';
const GROUPED = '210399 19860412 0024';
const FORM = {
  idNumber: ID_NUMBER,
  name: '张"晓"梅',
  phone: '19900000001',
  bankAccount: '6217990000000012345',
  deliveryMethod: 'post',
  seats: 60,
  people: [{ name: '李四' }],
};

/** As the runbook has it set before an old key goes: the last of the payload keys as it stands. */
const DIGEST_KEY = digestKeyOf({ DIGEST_KEY: PAYLOAD_KEYS });
const NEWEST = `k3:${randomBytes(32).toString('base64')}`;
const NEWER = `k2:${randomBytes(32).toString('base64')}`;

describe('personal data at rest', () => {
  let url: string;
  let database: DataSource;
  let raw: pg.Client;
  beforeAll(async () => {
    url = await createTestDatabase();
    database = await openDatabase(url, PAYLOAD_KEYS);
    raw = new pg.Client({ connectionString: url });
    await raw.connect();
  }, 60_000);
  afterAll(async () => {
    await raw?.end();
    await database?.destroy();
  });

  const formOf = async (source: DataSource, id: string) => {
    const [row] = await source.query<{ form: object }[]>(`SELECT form FROM draft WHERE id = $1`, [
      id,
    ]);
    return row!.form;
  };
  const foundByDigest = async (source: DataSource) => {
    const rows = await source.query<object[]>(`SELECT 1 FROM cases WHERE person_digest = $1`, [
      personDigest(source.manager, ID_NUMBER),
    ]);
    return rows.length;
  };
  /** What a program says at its start with these keys. */
  const startsWith = async (keys: string, digestKey: string | undefined, sentence: RegExp) => {
    const source = await openDatabase(url, keys, digestKey);
    await expect(requireKeys(source)).rejects.toThrow(sentence);
    await source.destroy();
  };
  const DRAFT = `INSERT INTO draft (id, person_id, item_code, region, form) VALUES ($1, 'p', 'i', 'r', $2)`;
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

  it('is sealed on its way in, opened on its way out, compared where nothing is told by it', async () => {
    await database.query(DRAFT, [id(1), JSON.stringify(sealedForm(database.manager, FORM))]);
    const { rows } = await raw.query<{ text: string; way: string }>(
      `SELECT form::text AS text, form ->> 'deliveryMethod' AS way FROM draft`,
    );
    for (const told of [ID_NUMBER, '晓', FORM.phone, FORM.bankAccount, '李四'])
      expect(rows[0]!.text).not.toContain(told);
    expect(rows[0]!.way).toBe('post');
    expect(await formOf(database, id(1))).toEqual(FORM);
    const [row] = await database.query<{ name: string; names: string[] }[]>(
      `SELECT form ->> 'name' AS name, ARRAY[form ->> 'name', 'x'] AS names FROM draft`,
    );
    expect(row).toEqual({ name: FORM.name, names: [FORM.name, 'x'] });
  });

  it('lets no statement write an ID number in clear, whatever the column and the parameter', async () => {
    await raw.query(`CREATE TABLE note (text text, data jsonb, list text[])`);
    const texts = [`证件 ${ID_NUMBER}，电话另附`, { told: [`号码:${ID_NUMBER}`] }, [ID_NUMBER]];
    await database.query(`INSERT INTO note VALUES ($1, $2, $3)`, texts);
    expect(await inClear(url)).toEqual([]);
    expect(await database.query(`SELECT * FROM note`)).toEqual([
      { text: texts[0], data: texts[1], list: texts[2] },
    ]);
    // A key of a row stays one: the same number is found again.
    const found = await database.query<object[]>(`SELECT 1 FROM note WHERE list[1] = $1`, [
      ID_NUMBER,
    ]);
    expect(found).toHaveLength(1);
    const closed = await openDatabase(url);
    await expect(closed.query(`UPDATE note SET text = $1`, [ID_NUMBER])).rejects.toThrow(
      /without PAYLOAD_KEYS/,
    );
    await closed.destroy();
  });

  it('leaves alone what only looks like it: case numbers, instants, what people type as sealed', async () => {
    const texts = ['210302202611290000016', '1764400000000', 'sealed:test:no-such-thing.'];
    for (const text of texts) {
      const [row] = await database.query<{ text: string }[]>(`SELECT $1::text AS text`, [text]);
      expect(row!.text).toBe(text);
    }
  });

  it('finds people by a digest that older cases are given too', async () => {
    await raw.query(
      `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
         calendar_version, region, applicant_id, lead_department, state, submitted_at, form)
       VALUES ('1', 'i', 1, 'i', 'p', 'h', '1', 'r', 'p', 'o', 'submitted', now(), $1)`,
      [JSON.stringify(FORM)],
    );
    await runToEnd((round) => new Resealer(database).run(round));
    expect(await foundByDigest(database)).toBe(1);
    await requireKeys(database);
  });

  it('is sealed anew under a new key, with all that an earlier release wrote in clear', async () => {
    await raw.query(DRAFT, [id(2), JSON.stringify(FORM)]);
    await raw.query(`INSERT INTO note (text) VALUES ($1)`, [`写明了 ${ID_NUMBER}`]);
    await database.query(
      `INSERT INTO exchange_record (key, case_number, dataset, purpose, records)
       VALUES ('k', '1', 'd', 'p', $1)`,
      [
        JSON.stringify([
          { name: '旧', account: sealedText(database.manager, '6217990000000012345') },
        ]),
      ],
    );
    // What the door of an earlier release let pass.
    await raw.query(`INSERT INTO note (data, list) VALUES ($1, $2)`, [
      JSON.stringify({ [`\n${ID_NUMBER}`]: [`\t${ID_NUMBER}`, `\u0001${ID_NUMBER}`] }),
      [`[补正] ${ID_NUMBER}`, GROUPED, `"张三" ${ID_NUMBER}`],
    ]);
    // The runbook's steps: the digest's key apart, the newer key second, then first, then alone.
    const second = await openDatabase(url, `${PAYLOAD_KEYS},${NEWER}`, DIGEST_KEY);
    await requireKeys(second);
    await second.destroy();
    const newer = await openDatabase(url, `${NEWER},${PAYLOAD_KEYS}`, DIGEST_KEY);
    await requireKeys(newer);
    await startsWith(NEWER, DIGEST_KEY, /^PAYLOAD_KEYS 缺少密钥 test：/);
    const resealer = new Resealer(newer);
    await runToEnd((round) => resealer.run(round));
    expect(await inClear(url)).toEqual([]);
    const dump = await raw.query<{ text: string }>(
      `SELECT form::text AS text FROM draft UNION ALL SELECT note::text FROM note
       UNION ALL SELECT form::text FROM cases UNION ALL SELECT records::text FROM exchange_record`,
    );
    const all = dump.rows.map(({ text }) => text).join();
    expect(all).not.toContain(GROUPED);
    expect(all).toContain('sealed:k2:');
    expect(all).not.toContain('sealed:test:');
    // The older key is needed by nothing any more.
    const alone = await openDatabase(url, NEWER, DIGEST_KEY);
    await requireKeys(alone);
    expect(await foundByDigest(alone)).toBe(1);
    await startsWith(NEWER, undefined, /^DIGEST_KEY 不是这个数据库一直使用的/);
    await raw.query(`DELETE FROM digest_key`);
    await startsWith(NEWER, undefined, /^DIGEST_KEY 不是这个数据库一直使用的/);
    expect(await formOf(alone, id(1))).toEqual(FORM);
    expect(await formOf(alone, id(2))).toEqual(FORM);
    const columns = await raw.query(
      `SELECT 1 FROM sealed_column WHERE key_id <> 'k2' OR not_opened > 0`,
    );
    expect(columns.rowCount).toBe(0);
    await alone.destroy();
    await newer.destroy();
  }, 60_000);

  it('is done when nothing is left to seal: what only looks like it stays, what is not opened is told', async () => {
    await raw.query(`DELETE FROM note`);
    const gone = `sealed:gone:${'A'.repeat(40)}.`;
    await raw.query(`INSERT INTO note (text, data, list) VALUES ($1, $2, $3)`, [
      `${gone} ${ID_NUMBER}`,
      `{"looks": "210399198604120025"}`,
      ['210399198604120025'],
    ]);
    await raw.query(`INSERT INTO benefit_list (id, item, month, region, state, prepared_by)
      VALUES ('l', 'i', '2026-01', 'r', 'approved', 'p')`);
    await raw.query(`INSERT INTO benefit_batch (key, list_id, lines) VALUES ('b', 'l', $1)`, [
      JSON.stringify([{ id: 'line-1', account: '6217990000000012345', amountCents: 1 }]),
    ]);
    await raw.query(`UPDATE draft SET form = $1 WHERE id = $2`, [
      JSON.stringify({ name: gone, people: [{ name: '李四' }] }),
      id(2),
    ]);
    const newest = await openDatabase(url, `${NEWEST},${NEWER}`);
    const resealer = new Resealer(newest);
    await runToEnd((round) => resealer.run(round));
    const told = await raw.query<Record<string, unknown>>(
      `SELECT column_name AS column, changed, not_opened FROM sealed_column
        WHERE key_id = 'k3' AND table_name IN ('note', 'benefit_batch')
          AND column_name IN ('text', 'data', 'list', 'lines') ORDER BY 1`,
    );
    expect(told.rows).toEqual([
      { column: 'data', changed: 0, not_opened: 0 },
      { column: 'lines', changed: 1, not_opened: 0 },
      { column: 'list', changed: 0, not_opened: 0 },
      { column: 'text', changed: 1, not_opened: 1 },
    ]);
    const { rows } = await raw.query<{ text: string }>(`SELECT text FROM note`);
    expect(rows[0]!.text).toMatch(/^sealed:gone:A+\. sealed:k3:/);
    const drafts = await raw.query<{ form: typeof FORM }>(`SELECT form FROM draft WHERE id = $1`, [
      id(2),
    ]);
    expect(drafts.rows[0]!.form).toMatchObject({
      name: gone,
      people: [{ name: expect.stringMatching(/^sealed:k3:/) as string }],
    });
    await newest.destroy();
  }, 60_000);

  it('is sealed in all other tables when one of them cannot be', async () => {
    await raw.query(`DELETE FROM sealed_column`);
    await raw.query(`ALTER TABLE benefit_batch ADD CHECK (lines::text !~ 'sealed:k2')`);
    await raw.query(`UPDATE draft SET form = $1`, [JSON.stringify(FORM)]);
    await raw.query(`UPDATE benefit_batch SET lines = $1`, [
      JSON.stringify([{ id: 'line-1', account: '6217990000000012345', amountCents: 1 }]),
    ]);
    const again = await openDatabase(url, NEWER);
    const resealer = new Resealer(again);
    await expect(runToEnd((round) => resealer.run(round))).rejects.toThrow(/violates check/);
    const left = await raw.query(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_name IN ('benefit_batch', 'draft', 'note') AND column_name IN ('lines', 'form', 'text')
          AND (table_name, column_name) NOT IN (SELECT table_name, column_name FROM sealed_column)`,
    );
    expect(left.rows).toEqual([{ name: 'benefit_batch.lines' }]);
    expect(await formOf(again, id(1))).toEqual(FORM);
    await again.destroy();
  }, 60_000);
});
