/** What a release brings beside what the city has made of it. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { computedInPlace, processKind, publish } from '../../src/definitions/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { bringShipped, draftsOf, saveDraft } from '../../src/versions/index.js';
import { builtProgram, programFile } from '../../tools/build/program.mjs';
import { createTestDatabase } from '../servers/index.js';
import { BY_HANDLER, diagram } from '../workflow/stage.js';

const drawn = (task: string): string =>
  diagram(
    'shop',
    `<startEvent id="start"/><userTask id="desk" name="${task}" ${BY_HANDLER}/><endEvent id="end"/>
     <sequenceFlow id="f0" sourceRef="start" targetRef="desk"/>
     <sequenceFlow id="f1" sourceRef="desk" targetRef="end"/>`,
  );

const kind = processKind(computedInPlace);
const ADMIN = { personId: 'p', postId: null, organisationId: null, role: null, name: '管理员' };
const KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;
let url: string;
let dataSource: DataSource;
beforeAll(async () => {
  url = await createTestDatabase();
  dataSource = await openDatabase(url, KEYS);
  await dataSource.query(
    `INSERT INTO person (id, account, name, subject, kind) VALUES ('p', 'p', '流程管理员', 's', 'staff')`,
  );
}, 60_000);
afterAll(() => dataSource?.destroy());

const bring = (task: string) =>
  bringShipped(dataSource.manager, kind, {
    key: 'shop',
    content: { name: '开店', xml: drawn(task) },
  });

const published = async () =>
  /name="([^"]*)" onestop/.exec((await kind.read(dataSource.manager, 'shop'))!.content.xml)![1];

const drafted = async () => {
  const [draft] = await draftsOf(dataSource.manager, kind, 'shop');
  return draft && [draft.savedBy, /name="([^"]*)" onestop/.exec(draft.content.xml)![1]];
};

it('is published while the city has none of its own, and is a draft to review from then on', async () => {
  expect(await bring('一')).toBe('published');
  expect(await bring('二')).toBe('published');
  expect(await published()).toBe('二');

  const xml = drawn('城市的');
  const given = { processId: 'shop', name: '开店', xml, by: 'p' };
  await publish(dataSource.manager, computedInPlace, given);
  expect(await bring('城市的')).toBe('left');
  expect(await drafted()).toBeUndefined();
  expect(await bring('三')).toBe('offered');
  expect([await published(), await drafted()]).toEqual(['城市的', ['system', '三']]);
  expect(await bring('四')).toBe('offered');
  expect(await drafted()).toEqual(['system', '四']);

  const content = { name: '开店', xml: drawn('编辑中') };
  await saveDraft(dataSource, kind, { key: 'shop', content, actor: ADMIN });
  expect(await bring('五')).toBe('left');
  expect([await published(), await drafted()]).toEqual(['城市的', ['p', '编辑中']]);
}, 60_000);

it('is no demonstration unless one is asked for', async () => {
  const empty = await createTestDatabase();
  const migrate = spawn(process.execPath, [await builtProgram('src/main-migrate.ts')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { PATH: process.env.PATH, TZ: 'Asia/Shanghai', DATABASE_URL: empty, PAYLOAD_KEYS: KEYS },
  });
  expect(await new Promise((resolve) => migrate.once('close', resolve))).toBe(0);
  const city = await openDatabase(empty, KEYS);
  const admins = async () => {
    const who = `SELECT n.subject, o.region, p.role FROM post p JOIN person n ON n.id = p.person_id
                   JOIN organisation o ON o.id = p.organisation_id ORDER BY 1`;
    return city.query<object[]>(who);
  };
  const [found] = await city.query<[Record<string, number>]>(
    `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM cases) AS cases,
            (SELECT count(*)::int FROM item) AS items,
            (SELECT count(*)::int FROM process_version) > 0 AS diagrams,
            (SELECT count(*)::int FROM calendar_day) > 0 AS calendar`,
  );
  expect(found).toEqual({ people: 0, cases: 0, items: 0, diagrams: true, calendar: true });

  const letIn = (subject: string, code = '210300', ...more: string[]) =>
    promisify(execFile)(
      process.execPath,
      [
        ...[programFile('src/main-first-administrator.ts'), '--subject', subject, '--name', '孙'],
        ...['--city', code, '--organisation', '鞍山市营商环境建设局', ...more],
      ],
      { env: { PATH: process.env.PATH, DATABASE_URL: empty, PAYLOAD_KEYS: KEYS } },
    ).then(
      ({ stdout }) => stdout,
      ({ stderr }: { stderr: string }) => stderr,
    );
  await builtProgram('src/main-first-administrator.ts');
  expect(await letIn('first', '21')).toMatch(/^没有设立：需要 --subject/);
  expect(await letIn('first')).toMatch(/^孙（first）可以登录/);
  await letIn('first');
  await letIn('second');
  expect(await letIn('third')).toMatch(/^没有设立：已经有 2 位管理员/);
  // Whoever was let in is so at every start, also when enough others have come, and when they have left.
  await city.query(
    `INSERT INTO person (id, account, name, subject, kind) VALUES ('later', 'later', '后', 'later', 'staff')`,
  );
  await city.query(
    `INSERT INTO post (id, person_id, organisation_id, role, title, valid_from)
     SELECT 'post-later', 'later', organisation_id, 'admin', title, valid_from
       FROM post WHERE id = 'post-admin-first'`,
  );
  await city.query(`UPDATE post SET valid_to = current_date WHERE id = 'post-admin-first'`);
  const audited = async () =>
    (await city.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM audit`))[0].count;
  const lines = await audited();
  expect(await letIn('first')).toMatch(/^已经设立过/);
  // A start lets nobody in where others are.
  await letIn('p-admin', '210300', '--where-none');
  expect(await audited()).toBe(lines);
  const post = { region: '210300', role: 'admin' };
  expect(await admins()).toEqual([
    { subject: 'first', ...post },
    { subject: 'later', ...post },
    { subject: 'second', ...post },
  ]);
  await city.destroy();
}, 120_000);
