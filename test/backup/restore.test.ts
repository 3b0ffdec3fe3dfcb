/** A backup of real stores, put back beside what is left of a platform: nothing, ruins, or another's. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../src/platform/database/index.js';
import { startPostgres } from '../../tools/embedded/postgres.js';
import { restore, type Options } from '../../tools/backup/put-back.js';
import type { Target } from '../../tools/backup/target.js';
import { takeBackup } from '../../tools/backup/take.js';
import { PidFiles } from '../../tools/start/pid-files.js';
import { PAYLOAD_KEYS, createTestDatabase, serviceUrl } from '../servers/index.js';

const folder = mkdtempSync(join(tmpdir(), 'onestop-restore-'));
const backup = join(folder, 'backup');
const storageDir = join(folder, 'stored');
let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await createTestDatabase();
  await query(
    databaseUrl,
    `INSERT INTO person (id, account, name, subject, kind) VALUES ('p', 'li', '李四', 's', 'natural');
     INSERT INTO store_mark (epoch, mark) VALUES (3, 'of-then')
       ON CONFLICT ("only") DO UPDATE SET epoch = 3, mark = 'of-then'`,
  );
  mkdirSync(storageDir);
  writeFileSync(join(storageDir, 'paper'), 'the paper');
  writeFileSync(join(storageDir, 'paper.part'), 'half');
  const config = { databaseUrl, storageDir, payloadKeys: PAYLOAD_KEYS, ...SETTINGS };
  await takeBackup({ dataDir: join(folder, 'none'), config, engine: null }, backup);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS = { dayLength: 86_400_000, adapterGiveUp: 3_000 };

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const targetOf = (name: string, more: Partial<Target> = {}): Target => {
  const dataDir = join(folder, name);
  return {
    dataDir,
    storageDir: join(dataDir, 'files'),
    temporalNamespace: 'default',
    payloadKeys: PAYLOAD_KEYS,
    engineUrls: [],
    ...more,
  };
};

/** A data folder whose database will never start again, and whose Temporal neither. */
function ruin(name: string): string[] {
  const dataDir = join(folder, name);
  mkdirSync(join(dataDir, 'postgres', 'cluster'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '18');
  writeFileSync(join(dataDir, 'secrets.json'), '{"of":"then"}');
  return readdirSync(dataDir).sort();
}

const refusal = (target: Target, options?: Options) =>
  restore(backup, target, options).then(
    () => 'it was put back',
    (error: unknown) => (error as Error).message,
  );

describe('a backup put back', () => {
  it('beside ruins: whole, in an epoch of its own, and the ruins are kept', async () => {
    ruin('ruined');
    const target = targetOf('ruined');
    const said: string[] = [];
    const say = (sentence: string) => void said.push(sentence);
    const { aside, done, epochKnown } = await restore(backup, target, { epoch: 7, say });
    expect(said.join()).toContain('现有数据读不出来');
    expect(done).toMatchObject({ epoch: 7, report: { rebuilt: 0 } });
    expect(epochKnown).toBe(true);
    expect(readFileSync(join(target.storageDir, 'paper'), 'utf8')).toBe('the paper');
    expect(readdirSync(target.storageDir)).toEqual(['paper']);
    expect(readdirSync(join(aside!, 'postgres', 'cluster'))).toContain('PG_VERSION');
    expect(new PidFiles(join(target.dataDir, 'pids')).all().size).toBe(0);
    const postgres = await startPostgres({ dir: join(target.dataDir, 'postgres') });
    try {
      const people = await query(postgres.url, `SELECT account FROM person`);
      expect(people).toEqual([{ account: 'li' }]);
    } finally {
      await postgres.stop();
    }
  }, 120_000);

  it('or not at all: interrupted, what was there is as it was', async () => {
    const before = ruin('interrupted');
    const target = targetOf('interrupted');
    const signal = AbortSignal.timeout(1_500);
    await expect(restore(backup, target, { signal })).rejects.toThrow();
    const left = readdirSync(target.dataDir).sort();
    expect(left.filter((name) => name !== 'pids')).toEqual(before);
    expect(new PidFiles(join(target.dataDir, 'pids')).all().size).toBe(0);
  }, 60_000);
});

describe('before anything is touched', () => {
  it('the keys of then are asked for', async () => {
    const other = `test:${Buffer.alloc(32, 8).toString('base64')}`;
    expect(await refusal(targetOf('new', { payloadKeys: other }))).toContain('没有备份时的密钥');
    expect(await refusal(targetOf('new', { payloadKeys: undefined }))).toContain('没有密钥');
    expect(readdirSync(folder)).not.toContain('new');
  });

  it('a database that somebody uses is refused, and a folder with files', async () => {
    const used = targetOf('new', { databaseUrl, temporalAddress: 'none:1' });
    expect(await refusal(used)).toContain('不是空的');
    expect(await refusal(targetOf('new', { storageDir }))).toContain('不是空的');
  });

  it('a user who may not put rows back without their triggers is told what is needed', async () => {
    const mine = serviceUrl(await createTestDatabase());
    const target = targetOf('new', { databaseUrl: mine, temporalAddress: 'none:1' });
    expect(await refusal(target)).toContain('GRANT SET ON PARAMETER session_replication_role');
  });
});

describe('into an empty database of a city’s own', () => {
  it('rows and files go, and nothing is served before Temporal agrees', async () => {
    const empty = await createTestDatabase();
    const target = targetOf('own', {
      databaseUrl: empty,
      temporalAddress: 'none:1',
      storageDir: join(folder, 'own-files'),
    });
    expect(await restore(backup, target, { epoch: 5 })).toMatchObject({ epochKnown: true });
    const dataSource = await openDatabase(empty);
    const [row] = await dataSource.query<{ epoch: number; mark: string }[]>(
      `SELECT epoch, mark FROM store_mark`,
    );
    await dataSource.destroy();
    expect(row).toEqual({ epoch: 4, mark: expect.stringMatching(/^restored-/) as string });
    expect(readdirSync(target.storageDir)).toEqual(['paper']);
    // Nobody was served from it: it may be done again.
    rmSync(target.storageDir, { recursive: true });
    await restore(backup, target);
  }, 60_000);
});
