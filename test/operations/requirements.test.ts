/** What a platform says of servers that lack something, on servers that do lack it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { SearchAttributeType } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { grantService, migrationNames } from '../../src/install/schema/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { requirePostgres, requireTemporal, Unfit } from '../../src/platform/requirements/index.js';
import { startTemporal, type Temporal } from '../../tools/embedded/temporal.js';
import { searchAttributes, searchAttributesOf } from '../../workflows/search-attributes.js';
import { createTestDatabase, PAYLOAD_KEYS } from '../servers/index.js';

/** The sentence a requirement that is not met is told by. */
const sentenceOf = (requirement: Promise<void>): Promise<string> =>
  requirement.then(
    () => 'met',
    (error: unknown) => (error instanceof Unfit ? error.message : Promise.reject(error as Error)),
  );

describe('a Temporal that somebody else has set up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onestop-bare-'));
  let server: Temporal;
  let connection: Connection;
  beforeAll(async () => {
    server = await startTemporal({
      dir: folder,
      inMemory: true,
      bare: true,
      endsWithStarter: true,
    });
    connection = await Connection.connect({ address: server.address });
  }, 120_000);
  afterAll(async () => {
    await connection?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  const start = (workflowId: string) =>
    new Client({ connection }).workflow.start('caseWorkflow', {
      workflowId,
      taskQueue: 'nobody',
      typedSearchAttributes: searchAttributesOf(
        { item: { code: 'i' }, region: 'r', leadDepartment: 'd' } as never,
        'submitted',
      ),
    });

  it('is given the search attributes without which no case starts', async () => {
    await expect(start('before')).rejects.toThrow();
    await requireTemporal(connection, 'default', searchAttributes);
    const deadline = Date.now() + 20_000;
    for (;;) {
      const started = await start('after').then(
        () => true,
        () => false,
      );
      if (started) break;
      if (Date.now() > deadline) throw new Error('the attributes do not become known');
      await pause(200);
    }
    expect(await sentenceOf(requireTemporal(connection, 'default', searchAttributes))).toBe('met');
  }, 60_000);

  it('is told of by the namespace that is not there', async () => {
    const said = await sentenceOf(requireTemporal(connection, 'anshan', searchAttributes));
    expect(said).toMatch(
      /^Temporal 没有命名空间 anshan：请核对 TEMPORAL_NAMESPACE.*create.*anshan。$/,
    );
  });

  it('is told of by an attribute of another type', async () => {
    const dated = [{ name: 'CaseItem', type: SearchAttributeType.DATETIME }];
    const said = await sentenceOf(requireTemporal(connection, 'default', dated));
    expect(said).toContain('检索属性 CaseItem 是 KEYWORD，应为 DATETIME');
  });

  it('is told of, with the command that mends it, where attributes cannot be registered', async () => {
    const { workflowService, operatorService } = connection;
    const guarded = Object.create(operatorService) as typeof operatorService;
    Object.assign(guarded, {
      addSearchAttributes: () => Promise.reject(new Error('permission denied')),
    });
    const more = [{ name: 'CaseKind', type: SearchAttributeType.KEYWORD_LIST }];
    const services = { workflowService, operatorService: guarded };
    const said = await sentenceOf(requireTemporal(services, 'default', more));
    expect(said).toContain('缺少检索属性 CaseKind，未能自动登记（permission denied）');
    expect(said).toContain('--namespace default --name CaseKind --type KeywordList。');
  });

  it('that is away is no fault of its own', async () => {
    const nobody = Connection.lazy({ address: '127.0.0.1:9' });
    const asked = nobody.withDeadline(Date.now() + 500, () =>
      requireTemporal(nobody, 'default', searchAttributes),
    );
    await expect(asked).rejects.not.toBeInstanceOf(Unfit);
    await nobody.close();
  });
});

describe('a PostgreSQL', () => {
  let owner: DataSource;
  beforeAll(async () => {
    owner = await openDatabase(await createTestDatabase(), PAYLOAD_KEYS);
  });
  afterAll(() => owner?.destroy());

  const urlAs = (user: string): string => {
    const url = new URL((owner.options as { url: string }).url);
    Object.assign(url, { username: user, password: user });
    return url.href;
  };

  it('with the schema and the rights that programs need is met', async () => {
    expect(await sentenceOf(requirePostgres(owner, migrationNames))).toBe('met');
  });

  it('is told of by the migrations it lacks', async () => {
    const wanted = [...migrationNames, 'Newer1790000000000'];
    expect(await sentenceOf(requirePostgres(owner, wanted))).toBe(
      '数据库结构比程序旧，缺少 Newer1790000000000：请先以数据库所有者运行 dist/src/main-migrate.mjs。',
    );
  });

  it('is told of by the tables its user may not use', async () => {
    const user = `onestop_without_rights_${process.pid}`;
    await owner.query(`CREATE ROLE ${user} LOGIN PASSWORD '${user}'`);
    await owner.query(`GRANT SELECT ON migration TO ${user}`);
    const poor = await openDatabase(urlAs(user), PAYLOAD_KEYS);
    const said = () => sentenceOf(requirePostgres(poor, migrationNames));
    try {
      expect(await said()).toMatch(
        new RegExp(`^数据库用户 ${user} 无权读写 .*等 \\d+ 项：.*main-migrate`),
      );
      await grantService(owner, user);
      expect(await said()).toBe('met');
      await owner.query(`REVOKE UPDATE ON task FROM ${user}; REVOKE DELETE ON draft FROM ${user}`);
      expect(await said()).toMatch(/无权读写 draft、task：/);
      await owner.query(`GRANT UPDATE, DELETE ON task, draft TO ${user}`);
      await owner.query(`REVOKE USAGE ON ALL SEQUENCES IN SCHEMA public FROM ${user}`);
      expect(await said()).toMatch(/无权读写 .*_seq/);
    } finally {
      await poor.destroy();
    }
  });

  it('of another encoding is told of', async () => {
    const name = `latin_${process.pid}`;
    await owner.query(`CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
    const url = new URL((owner.options as { url: string }).url);
    url.pathname = `/${name}`;
    const latin = await openDatabase(url.href);
    try {
      expect(await sentenceOf(requirePostgres(latin, []))).toContain('编码是 LATIN1，应为 UTF8');
    } finally {
      await latin.destroy();
    }
  });
});
