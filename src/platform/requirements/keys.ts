/** That the keys a program was given are those that the database was written with. */
import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { personDigest, sealingOf } from '../sealing/index.js';
import { told } from './told.js';
import { Unfit } from './unfit.js';

/** @throws Unfit with what is to be put into DIGEST_KEY or PAYLOAD_KEYS */
export async function requireKeys(dataSource: DataSource): Promise<void> {
  await requireDigestKey(dataSource);
  await requirePayloadKeys(dataSource);
}

/**
 * Under another one nobody would be found again: people would be there twice, and get a benefit twice.
 * The first start notes whose fingerprint it is; where people were found before, by one of them.
 */
async function requireDigestKey(dataSource: DataSource): Promise<void> {
  const { digestKey } = sealingOf(dataSource.manager);
  const fingerprint = createHmac('sha256', digestKey).update('fingerprint').digest('hex');
  const known = await dataSource.query<{ fingerprint: string }[]>(
    `SELECT fingerprint FROM digest_key`,
  );
  const right = known[0] ? known[0].fingerprint === fingerprint : await findsPeople(dataSource);
  if (!right)
    throw new Unfit(
      'DIGEST_KEY 不是这个数据库一直使用的那一个，用它按身份证号找不到任何人：请填回原来的；' +
        '从未单独设置过的，填 PAYLOAD_KEYS 原来的最后一项（编号:密钥）。',
    );
  if (known[0]) return;
  await dataSource.query(
    `INSERT INTO digest_key (fingerprint) VALUES ($1) ON CONFLICT DO NOTHING`,
    [fingerprint],
  );
}

/** Whether the key gives the digest of somebody whose case is there; of nobody, it does. */
async function findsPeople({ manager }: DataSource): Promise<boolean> {
  const [row] = await manager.query<{ digest: string | null; idNumber: string | null }[]>(
    `SELECT person_digest AS digest, form ->> 'idNumber' AS "idNumber" FROM cases
      WHERE person_digest IS NOT NULL AND form ->> 'idNumber' <> '' LIMIT 1`,
  );
  return !row || personDigest(manager, row.idNumber) === row.digest;
}

/** A key that went before all columns were sealed anew leaves what nobody can read. */
async function requirePayloadKeys(dataSource: DataSource): Promise<void> {
  const keys = [...sealingOf(dataSource.manager).byId.keys()];
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT DISTINCT key_id AS id FROM sealed_column WHERE key_id <> ALL ($1) ORDER BY 1`,
    [keys],
  );
  if (rows.length === 0) return;
  throw new Unfit(
    `PAYLOAD_KEYS 缺少密钥 ${told(rows.map(({ id }) => id))}：数据库里还有用它封存、尚未换封的内容，` +
      '请填回它，放在新密钥之后；何时可以移除见 docs/operations/runbook.md。',
  );
}
