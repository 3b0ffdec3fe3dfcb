/** What is the same for definitions of every kind: reviewed before publication, by whom, and where drafts are. */
import { readFile } from 'node:fs/promises';
import { DefinitionDrafts1760000000203 } from '../../src/install/schema/migrations/1760000000203-definition-drafts.js';
import { demonstrationItems } from '../../src/catalogue/index.js';
import { computedInPlace } from '../../src/definitions/index.js';
import { PUBLISHED_KINDS } from '../../src/supervision/settings/setting.dto.js';
import { KINDS } from '../../src/versioned-kinds.js';
import type { ReviewDto } from '../../src/versions/version.dto.js';
import { dateOf } from '../../workflows/clock/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import type { Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';

const YEAR = dateOf(Date.now()).slice(0, 4);
const DAY = 86_400_000;

/** A draft of each kind: where it is kept, what is kept, and what its review shows. */
const CODES = KINDS.useFactory(computedInPlace).map(({ code }) => code);

/** Kinds whose drafts can be dropped. */
const DROPPED = new Set(['process', 'decision', 'form', 'calendar', 'item']);

interface Drafted {
  key: string;
  path: string;
  body: object;
  /** Another, where the same is not published twice. */
  again?: object;
  terms?: object;
  since: number | null;
  shows: object;
  noDraft: [number, string];
}

describe('definitions of every kind', () => {
  let stage: ApiStage;
  let admin: Session;
  const drafted: Record<string, Drafted> = {};

  beforeAll(async () => {
    stage = await openApiStage();
    admin = await stage.as('admin');
    const { xml } = await admin.get<{ xml: string }>('/api/processes/shop-sign/versions/1/xml');
    const [, task, name] = /<(?:bpmn:)?userTask id="([^"]*)" name="([^"]*)"/.exec(xml)!;
    drafted.process = {
      ...{ key: 'shop-sign', path: '/api/processes/shop-sign/draft', since: 1 },
      body: { name: '招牌', xml: xml.replace(`name="${name}"`, `name="${name}（改）"`) },
      shows: { change: 'changed', place: task, name: `${name}（改）` },
      noDraft: [404, 'no-draft'],
    };
    const dmn = await readFile(
      new URL('../../bpmn/decisions/allowance.dmn', import.meta.url),
      'utf8',
    );
    drafted.decision = {
      ...{ key: 'allowance', path: '/api/decisions/allowance/draft', since: 1 },
      body: { xml: dmn.replace('name="津贴金额"', 'name="津贴的金额"') },
      shows: { change: 'changed', place: 'allowance_amount', name: '津贴的金额' },
      noDraft: [404, 'no-draft'],
    };
    drafted.form = {
      ...{ key: 'sign-record', path: '/api/forms/sign-record/draft', since: 1 },
      body: await renamed('申请人（改）'),
      again: await renamed('申请人（又改）'),
      shows: { change: 'changed', place: '/' },
      noDraft: [404, 'no-draft'],
    };
    drafted['document-template'] = {
      ...{ key: 'grant-decision', path: '/api/document-kinds/grant-decision/template', since: 0 },
      body: { body: '# 准予决定书（改）\n准予{{item}}。\n? 理由：{{reason}}\n? {{remedies}}' },
      terms: { effectiveFrom: '2099-01-01' },
      shows: { change: 'added', place: '1', after: '# 准予决定书（改）' },
      noDraft: [404, 'template-has-no-draft'],
    };
    drafted['notification-text'] = {
      ...{ key: 'accepted', path: '/api/notification-texts/accepted', since: 0 },
      body: { body: '“{{item}}”已经受理，请留意 {{lastDay}}。' },
      shows: { change: 'added', place: '1', after: '“{{item}}”已经受理，请留意 {{lastDay}}。' },
      noDraft: [404, 'text-has-no-draft'],
    };
    const { days } = await admin.get<{ days: string }>(`/api/calendar/${YEAR}`);
    const last = days.at(-1) === '1' ? '0' : '1';
    drafted.calendar = {
      ...{ key: YEAR, path: `/api/calendar/${YEAR}/draft`, since: 1 },
      body: { days: days.slice(0, -1) + last },
      again: { days },
      terms: { source: '国办发明电〔2026〕9号' },
      shows: { change: 'changed', place: `${YEAR}-12-31` },
      noDraft: [409, 'no-draft'],
    };
    const [sign] = demonstrationItems().filter(({ code }) => code === '212045001000');
    drafted.item = {
      ...{ key: sign!.code, path: `/api/catalogue/items/${sign!.code}/draft`, since: 1 },
      body: { item: { ...sign, name: '户外招牌设置规范（改）' } },
      terms: { effectiveFrom: '2099-01-01' },
      shows: { change: 'changed', place: '/name', after: '户外招牌设置规范（改）' },
      noDraft: [404, 'no-draft'],
    };
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  /** The form of a sign's record under another name. */
  const renamed = async (title: string) => {
    const path = '/api/forms/sign-record/versions/1';
    const form = await admin.get<{ schema: object; uiSchema: object }>(path);
    return { ...form, schema: { ...form.schema, title } };
  };
  const review = (session: Session, kind: string, key: string) =>
    session.call<ReviewDto & Problem>('GET', `/api/definitions/${kind}/${key}/review`);

  it('are all tried here, and all may ask for a second person', () => {
    expect(Object.keys(drafted).sort()).toEqual(CODES.sort());
    expect([...PUBLISHED_KINDS].sort()).toEqual(CODES.sort());
  });

  it.each(CODES)(
    '%s: the draft is reviewed, stays out of use, and is published',
    async (kind) => {
      const { key, path, body, terms, since, shows, noDraft } = drafted[kind]!;
      const none = await review(admin, kind, key);
      expect([none.status, none.body.code]).toEqual(noDraft);

      expect((await admin.call('PUT', path, body)).status).toBe(200);
      const { status, body: seen } = await review(admin, kind, key);
      expect([status, seen.since]).toEqual([200, since]);
      expect(seen.total).toBe(seen.differences.length);
      expect(seen.differences).toContainEqual(expect.objectContaining(shows));

      const publication = await admin.call('POST', `${path}/publication`, terms);
      expect(publication.status).toBe(200);
      expect((await review(admin, kind, key)).status).toBe(noDraft[0]);
    },
    60_000,
  );

  describe('reviewed by one and kept again by another', () => {
    let other: Session;
    beforeAll(async () => {
      // A second administrator, in the place of somebody of the demonstration.
      await stage.dataSource.query(
        `UPDATE post SET role = 'admin' WHERE person_id = 'p-bench-city'`,
      );
      other = await stage.as('bench-city');
    });

    const CHANGED = { status: 409, body: { code: 'draft-changed' } };
    const drop = (kind: string) =>
      stage.dataSource.query(`DELETE FROM definition_draft WHERE kind = $1`, [kind]);

    it.each(CODES)(
      '%s: is not kept over a draft that was not seen, nor dropped',
      async (kind) => {
        const { path, body, again = {}, key } = drafted[kind]!;
        const keep = (session: Session, replaces: string | null, content = body) =>
          session.call<Problem>('PUT', path, { ...content, replaces });
        const revision = async () => (await review(admin, kind, key)).body.revision;
        await admin.put(path, body);
        expect(await keep(other, null)).toMatchObject(CHANGED);
        const seen = await revision();
        expect(await keep(other, seen)).toMatchObject({ status: 200 });
        const theirs = await revision();
        expect(await keep(admin, seen)).toMatchObject(CHANGED);
        // Its answer was lost: what is kept already is kept, and stays as it was reviewed.
        expect(await keep(other, seen)).toMatchObject({ status: 200 });
        expect(await revision()).toBe(theirs);
        if ('again' in drafted[kind]!)
          expect(await keep(other, seen, again)).toMatchObject(CHANGED);
        if (DROPPED.has(kind)) {
          const dropping = (replaces?: string) =>
            admin.call('DELETE', `${path}${replaces ? `?replaces=${replaces}` : ''}`);
          expect(await dropping(seen)).toMatchObject(CHANGED);
          expect(await dropping()).toMatchObject({ status: 400 });
          expect(await revision()).toBe(theirs);
          expect((await dropping(theirs)).status).toBeLessThan(300);
        }
        await drop(kind);
      },
      60_000,
    );

    it.each(CODES)(
      '%s: undoes no version that is newer than the one it was made from',
      async (kind) => {
        const { path, body, key, terms } = drafted[kind]!;
        const { body: none } = await review(admin, kind, key);
        expect(none.code).toBe(drafted[kind]!.noDraft[1]);
        await admin.put(path, body);
        const { since } = (await review(admin, kind, key)).body;
        await drop(kind);
        const newest = since ?? 0;
        const keep = (madeFromVersion: number) =>
          admin.call('PUT', path, { ...body, replaces: null, madeFromVersion });
        for (const older of [newest - 1, newest + 1].filter((version) => version >= 0))
          expect(await keep(older)).toMatchObject(CHANGED);
        expect(await keep(newest)).toMatchObject({ status: 200 });
        expect((await review(admin, kind, key)).body).toMatchObject({ outdated: false });
        // Somebody publishes beside the draft, as a release does: the draft was made from the version before.
        await stage.dataSource.query(
          `UPDATE definition_draft SET based_on = based_on - 1 WHERE kind = $1`,
          [kind],
        );
        const { body: late } = await review(admin, kind, key);
        expect(late).toMatchObject({ outdated: true, since });
        const { revision } = late;
        const publish = (madeFromVersion?: number) =>
          admin.call('POST', `${path}/publication`, { ...terms, revision, madeFromVersion });
        expect(await publish()).toMatchObject(CHANGED);
        expect(await publish(newest + 1)).toMatchObject(CHANGED);
        // Who has seen what it takes back may mean it: what else is wrong with it is said.
        const meant = await publish(newest);
        expect(meant.body).not.toMatchObject({ code: 'draft-changed' });
        await drop(kind);
      },
    );

    it.each(CODES)('%s: is not published unseen', async (kind) => {
      const { key, path, body, terms } = drafted[kind]!;
      const publish = (session: Session, revision?: string) =>
        session.call<Problem>('POST', `${path}/publication`, { ...terms, revision });
      await admin.put(path, body);
      const { body: seen } = await review(admin, kind, key);
      await other.put(path, body);
      const changed = { status: 409, body: { code: 'draft-changed' } };
      expect(await publish(admin, seen.revision)).toMatchObject(changed);
      // Without naming what was reviewed, only one's own is published.
      expect(await publish(admin)).toMatchObject(changed);
      expect(await publish(other, seen.revision)).toMatchObject(changed);
      const { body: again } = await review(admin, kind, key);
      expect(again.revision).not.toBe(seen.revision);
      await stage.dataSource.query(`DELETE FROM definition_draft WHERE kind = $1`, [kind]);
    });

    describe('where the city wants a second person', () => {
      beforeAll(async () => {
        const answer = await admin.call('PUT', '/api/supervision-settings/publication', {
          ...{ secondPerson: CODES, validFrom: dateOf(Date.now() + DAY) },
        });
        expect(answer.status).toBe(200);
        // Tomorrow has come.
        await stage.dataSource.query(
          `UPDATE supervision_setting SET valid_from = '2000-01-01' WHERE kind = 'publication'`,
        );
      });
      afterAll(() =>
        stage.dataSource.query(
          `DELETE FROM supervision_setting WHERE kind = 'publication' AND version > 1`,
        ),
      );

      it.each(CODES)(
        '%s: is published by another than who drafted it, whoever asks',
        async (kind) => {
          const { key, path, body, again = body, terms } = drafted[kind]!;
          const publish = (session: Session, revision?: string) =>
            session.call<Problem>('POST', `${path}/publication`, { ...terms, revision });
          await admin.put(path, again);
          const { body: own } = await review(admin, kind, key);
          expect(own).toMatchObject({ needsSecondPerson: true });
          const refused = { status: 409, body: { code: 'second-person-needed' } };
          for (const revision of [own.revision, undefined])
            expect(await publish(admin, revision)).toMatchObject(refused);
          const { body: others } = await review(other, kind, key);
          expect(others).toMatchObject({ needsSecondPerson: false, revision: own.revision });
          // Whoever kept it since it was begun is no second person, though not the last to keep it.
          await other.put(path, body);
          await admin.put(path, again);
          const { body: both } = await review(other, kind, key);
          expect(both).toMatchObject({ needsSecondPerson: true });
          expect(await publish(other, both.revision)).toMatchObject(refused);
          await drop(kind);
          await admin.put(path, again);
          const { body: anew } = await review(other, kind, key);
          expect(await publish(other, anew.revision)).toMatchObject({ status: 200 });
          const [line] = await stage.dataSource.query<{ person: string; by: string }[]>(
            `SELECT person_id AS person, detail ->> 'draftedBy' AS by FROM audit
            WHERE act LIKE '%.publish' ORDER BY id DESC LIMIT 1`,
          );
          expect(line).toEqual({ person: 'p-bench-city', by: 'p-admin' });
        },
      );

      it('does not change that for the same day, nor for what it does not know', async () => {
        const set = (secondPerson: string[], validFrom: string) =>
          admin.call<Problem>('PUT', '/api/supervision-settings/publication', {
            ...{ secondPerson, validFrom },
          });
        const today = await set([], dateOf(Date.now()));
        expect([today.status, today.body.code]).toEqual([400, 'setting-too-soon']);
        expect((await set(['licence'], dateOf(Date.now() + DAY))).status).toBe(400);
      });
    });
  });

  it.each(CODES)('%s: reviews are for who may publish', async (kind) => {
    const { key } = drafted[kind]!;
    const zhang = await stage.as('zhang');
    const answer = await review(zhang, kind, key);
    expect([answer.status, answer.body.code]).toEqual([403, 'not-your-role']);
    expect((await review(stage.stranger(), kind, key)).status).toBe(401);
    const lines = await stage.dataSource.query(
      `SELECT 1 FROM audit WHERE outcome = 'refused' AND target LIKE 'review %' AND target LIKE $1`,
      [`%${key}`],
    );
    expect(lines).toHaveLength(1);
  });

  it('know their kinds, and say so of another', async () => {
    const answer = await review(admin, 'licence', 'x');
    expect([answer.status, answer.body.code]).toEqual([404, 'no-such-kind']);
  });

  it('move their drafts into one table and back when the schema does', async () => {
    // Those that had tables of their own.
    const moved = ['calendar', 'decision', 'document-template', 'process'];
    for (const { path, body } of moved.map((kind) => drafted[kind]!))
      expect((await admin.call('PUT', path, body)).status).toBe(200);
    const drafts = () =>
      stage.dataSource.query<{ kind: string; key: string }[]>(
        `SELECT kind, key, content, saved_by, saved_at FROM definition_draft ORDER BY kind`,
      );
    const before = await drafts();
    expect(before.map(({ kind }) => kind)).toEqual(moved);
    const migration = new DefinitionDrafts1760000000203();
    const runner = stage.dataSource.createQueryRunner();
    await migration.down(runner);
    const rows = await runner.query(
      `SELECT process_id AS key FROM process_version WHERE state = 'draft'
       UNION ALL SELECT file_id FROM decision_version WHERE state = 'draft'
       UNION ALL SELECT kind FROM document_template WHERE state = 'draft'
       UNION ALL SELECT year::text FROM calendar_draft`,
    );
    expect(rows).toHaveLength(before.length);
    await migration.up(runner);
    await runner.release();
    expect(await drafts()).toEqual(before);
  }, 60_000);
});
