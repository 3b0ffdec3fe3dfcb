/** Papers of items that are no permits, and of all kinds of bodies, as they are read through the API. */
import { deliverDocuments } from '../../src/papers/official-documents/delivery.js';
import { requireReasons } from '../../src/handling/law/index.js';
import { OTHER_RULES, PERMIT_RULES } from '../../workflows/clock/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import { reconsiderationOf, remediesText } from '../../src/papers/official-documents/remedies.js';
import {
  draftDocuments,
  endLicence,
  newVersion,
  revokeGrant,
  validLicencesOf,
} from '../../src/papers/index.js';
import { takeBackDocuments, writeDocuments } from '../../src/papers/official-documents/index.js';
import type { ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';
import { accepted, caseOfType, caseWith, documentsOf, MARKET, move } from './food-case.js';
import { day, granted, openLicenceStage, type LicenceStage } from './licence-stage.js';

const YEAR = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 4);

interface Task {
  id: string;
  name: string;
}

describe('papers', () => {
  let open: LicenceStage;
  let stage: ApiStage;
  let keeper: Session;

  beforeAll(async () => {
    open = await openLicenceStage();
    ({ stage } = open);
    keeper = await stage.as('hc-market-seal');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  /** What the applicant is shown of a case's papers, and each one's words as the seal keeper reads them. */
  async function read(number: string): Promise<{ name: string; words: string }[]> {
    const rows = await documentsOf(stage.dataSource, number);
    return Promise.all(
      rows.map(async ({ id }) => {
        const { name, content } = await keeper.get<{
          name: string;
          content: { title: string; paragraphs: { text: string }[] };
        }>(`/api/documents/${id}`);
        return {
          name,
          words: [content.title, ...content.paragraphs.map((p) => p.text)].join('\n'),
        };
      }),
    );
  }

  it.each([
    ['07', '予以行政确认决定书', '确准'],
    ['02', '行政处罚决定书', '罚决'],
    ['09', '行政裁决书', '裁准'],
  ])(
    'of type %s are called and cite what is theirs',
    async (type, title, word) => {
      const received = (number: string) =>
        move(number, 1, { act: 'collect', fromState: 'submitted', toState: 'collected' });
      const acts = [received, (number: string) => accepted(number, 2), granted];
      const number = await caseOfType(stage.dataSource, type, ...acts);
      const papers = await read(number);
      expect(papers.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['收件凭证', type === '02' ? '立案通知书' : '受理通知书', title]),
      );
      for (const { words } of papers) {
        expect(words).not.toMatch(/行政许可|即为受理/);
        expect(words).not.toContain('根据的');
      }
      const { items } = await keeper.get<{ items: Task[] }>(`/api/tasks?case=${number}`);
      const sealing = items.find(({ name }) => name === `用印审批：${title}`)!;
      await keeper.put(`/api/tasks/${sealing.id}/claim`);
      await keeper.post(`/api/tasks/${sealing.id}/completion`, { outcome: 'approve', opinion: '' });
      const row = await eventually('issued', async () => {
        const rows = await documentsOf(stage.dataSource, number);
        return rows.find(({ kind, state }) => kind === 'grant-decision' && state === 'issued');
      });
      expect(row.number).toMatch(new RegExp(`^海市监${word}字〔${YEAR}〕第1号$`));
      expect(row.content!.title).toBe(title);
      // Proven delivered by the article of its own law, or by none.
      await stage.dataSource.transaction((manager) =>
        deliverDocuments(manager, {
          ...{ caseNumber: number, way: 'window', at: new Date() },
          by: { personId: null, postId: null },
        }),
      );
      const [proof] = await stage.dataSource.query<{ article: string | null }[]>(
        `SELECT act ->> 'article' AS article FROM official_document
          WHERE case_number = $1 AND kind = 'proof-of-delivery'`,
        [number],
      );
      expect(proof!.article).toBe(type === '02' ? '行政处罚法第六十一条' : null);
    },
    60_000,
  );

  it.each([
    ['terminate', 'handling', 'terminated', '终止办理告知书', /六十日内依法向海城市人民政府/],
    ['return', 'submitted', 'returned', '退件告知书', /六十日内依法向海城市人民政府/],
    ['withdraw', 'handling', 'withdrawn', '撤回申请确认书', /已于2026年11月27日撤回/],
    ['forward', 'handling', 'forwarded', '转报告知书', /许可法》第四十三条.*报送上级机关/],
    ['suspend', 'handling', 'suspended', '中止办理告知书', /起中止办理/],
    ['void', 'finished', 'voided', '作废告知书', /文书和证照自2026年11月27日起作废/],
    ['tell-hearing', 'handling', 'handling', '听证告知书', /5个工作日内提出.*2026年12月20日举行/s],
  ])('of %s are written, and say what follows', async (act, fromState, toState, name, words) => {
    const data: Record<string, string> = act === 'tell-hearing' ? { hearingOn: '2026-12-20' } : {};
    const told = { act, fromState, toState, data, reason: '甲乙丙' };
    const number = await caseOfType(stage.dataSource, '01', (one) => move(one, 5, told));
    const papers = await read(number);
    expect(papers.map((paper) => paper.name)).toEqual([name]);
    expect(papers[0]!.words).toMatch(words);
  });

  it('are not asked of a decision without reasons that nobody asked for', async () => {
    const decide = async (type: string, opinion: string) => {
      const number = await caseOfType(stage.dataSource, type);
      const task = { act: 'decide', name: '作出决定', case_number: number };
      return requireReasons(stage.dataSource.manager, task, { outcome: 'grant', opinion });
    };
    await expect(decide('02', '')).rejects.toMatchObject({ code: 'reasons-missing' });
    await expect(decide('02', '现场查获，当事人承认')).resolves.toBeUndefined();
    await expect(decide('07', '')).resolves.toBeUndefined();
  });

  it('tell of no right to a hearing where no law gives one', async () => {
    const handler = await stage.as('hc-market-handler');
    const tell = async (rules: object) => {
      const number = await caseOfType(stage.dataSource, '20');
      await stage.dataSource.query(
        `UPDATE cases SET state = 'handling', clock_rules = $2 WHERE number = $1`,
        [number, JSON.stringify(rules)],
      );
      const path = `/api/cases/${number}/legal-acts`;
      const { acts } = await handler.get<{ acts: { act: string; reason: string | null }[] }>(path);
      return { path, reason: acts.find(({ act }) => act === 'tell-hearing')!.reason };
    };
    expect((await tell(PERMIT_RULES)).reason).toBeNull();
    const { path, reason } = await tell(OTHER_RULES);
    expect(reason).toContain('适用的法律没有规定申请人要求听证的权利');
    const told = await handler.call<{ code: string; detail: string }>('POST', path, {
      ...{ act: 'tell-hearing', data: { hearingOn: '2036-12-01' } },
    });
    expect([told.status, told.body.code, told.body.detail]).toEqual([409, 'illegal-move', reason]);
  });

  it.each([
    ['食品经营许可（餐饮服务）', ['commitment-letter']],
    ['招牌设置', []],
  ])(
    'of a promise about “%s” within several items are made for that item alone',
    async (about, kinds) => {
      const { number: parent } = await caseWith(stage.dataSource);
      const child = await caseOfType(stage.dataSource, '10');
      await stage.dataSource.query(`UPDATE cases SET parent_number = $2 WHERE number = $1`, [
        ...[child, parent],
      ]);
      await stage.dataSource.query(
        `UPDATE item SET data = jsonb_set(data, '{ways}', '{"promise": {}}') WHERE code = 'TYPE-10'`,
      );
      const letter = {
        title: '告知承诺书',
        lines: [`关于“${about}”，行政机关告知：`, '条件1：甲'],
      };
      await stage.dataSource.query(
        `INSERT INTO signed_promise (case_number, kind, letter, digest, signed_by, signed_name)
       SELECT $1, 'promise', $2, 'd', applicant_id, '张晓梅' FROM cases WHERE number = $1`,
        [parent, JSON.stringify(letter)],
      );
      const opened = {
        act: 'submit',
        from: 'draft',
        to: 'submitted',
        at: Date.now(),
        by: 'applicant',
      };
      await stage.dataSource.transaction((manager) =>
        writeDocuments(manager, { caseNumber: child, step: 1, cause: 'opened', moves: [opened] }),
      );
      expect((await documentsOf(stage.dataSource, child)).map(({ kind }) => kind)).toEqual(kinds);
    },
  );

  it.each([
    ['o-210381-tax', ['向国家税务总局鞍山市税务局申请', '税收征收管理法》第八十八条']],
    ['o-210381-justice', ['向海城市人民政府或者鞍山市司法局申请']],
    ['o-2103-market', ['向鞍山市人民政府申请']],
    ['o-2103-tax', ['向上一级主管部门申请']],
    ['o-210381-ecology', ['向海城市人民政府申请']],
    ['o-2103', ['向上一级人民政府申请']],
  ])('of %s name who reconsiders what it decides', async (departmentId, wanted) => {
    const { organisation, remedies } = await stage.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        `SELECT id FROM organisation WHERE id = $1`,
        [departmentId],
      );
      const reconsideration = await reconsiderationOf(manager, departmentId);
      return { organisation: row?.id, remedies: remediesText(reconsideration) };
    });
    expect(organisation).toBe(departmentId);
    for (const part of wanted) expect(remedies).toContain(part);
  });

  /** A licence, and the version that took its place in a case of its own. */
  async function renewed() {
    const first = await open.licensed(day(30));
    const { number: changeCase } = await caseWith(stage.dataSource, granted);
    const decided = { caseNumber: changeCase, organisation: MARKET, reason: '按申请办理' };
    const version = { identifier: first.identifier, as: 'renewed', issuedOn: day(0) } as const;
    const second = await newVersion(open.parts, { ...version, ...decided });
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, state = 'finished', outcome = 'granted' WHERE number = $1`,
      [changeCase],
    );
    return { first, second, changeCase };
  }

  const endsOf = async (caseNumber: string) =>
    stage.dataSource.query<{ kind: string; state: string; ended: string | null }[]>(
      `SELECT kind, state, ended_as AS ended FROM official_document WHERE case_number = $1
        ORDER BY kind`,
      [caseNumber],
    );

  const openSeals = (caseNumber: string) =>
    stage.dataSource.query<{ name: string }[]>(
      `SELECT name FROM task WHERE case_number = $1 AND purpose = 'seal-approval'
          AND state = 'open' ORDER BY name`,
      [caseNumber],
    );

  it('follows a licence through its versions: revoked for its first case, with all decisions it rests on', async () => {
    const { first, second, changeCase } = await renewed();
    const { number: check } = await caseWith(stage.dataSource);
    expect(await validLicencesOf(stage.dataSource, first.caseNumber)).toEqual([second.identifier]);
    const decided = { caseNumber: check, organisation: MARKET, reason: '核查不符合承诺' };
    await endLicence(open.parts, second.identifier, 'revoked', decided);
    expect(await validLicencesOf(stage.dataSource, first.caseNumber)).toEqual([]);
    expect(await endsOf(first.caseNumber)).toEqual([
      { kind: 'grant-decision', state: 'issued', ended: 'revoked' },
      { kind: 'licence', state: 'issued', ended: 'renewed' },
      { kind: 'revocation-decision', state: 'awaiting-approval', ended: null },
    ]);
    // What waited for its seal never gets it.
    expect(await endsOf(changeCase)).toEqual([
      { kind: 'grant-decision', state: 'void', ended: 'revoked' },
    ]);
    expect(await openSeals(changeCase)).toEqual([]);
    // The case that found out revokes no decision of its own.
    expect(await endsOf(check)).toEqual([]);
  });

  it('revokes the decision where no licence came of it, once', async () => {
    const { number } = await caseWith(stage.dataSource, granted);
    const { number: check } = await caseWith(stage.dataSource);
    const decided = { caseNumber: check, organisation: MARKET, reason: '核查不符合承诺' };
    for (const _ of [1, 2])
      await stage.dataSource.transaction((manager) => revokeGrant(manager, number, decided));
    const kinds = (await endsOf(number)).map(({ kind, ended }) => [kind, ended]);
    expect(kinds).toEqual([
      ['grant-decision', 'revoked'],
      ['revocation-decision', null],
    ]);
    await stage.dataSource.transaction((manager) => revokeGrant(manager, check, decided));
    expect(await endsOf(check)).toEqual([]);
  });

  it('voids a licence in its newest version with its first case, and never the case that replaced one', async () => {
    const { first, second, changeCase } = await renewed();
    const approver = await stage.as('hc-market-approver');
    const act = (number: string) =>
      approver.call<{ code: string; detail: string }>('POST', `/api/cases/${number}/legal-acts`, {
        ...{ act: 'void', reason: '重复录入' },
      });
    const refused = await act(changeCase);
    expect([refused.status, refused.body.code]).toEqual([409, 'illegal-move']);
    expect(refused.body.detail).toContain('已取代原来的证照');
    const { acts } = await approver.get<{ acts: { act: string; reason: string | null }[] }>(
      `/api/cases/${changeCase}/legal-acts`,
    );
    expect(acts.find((one) => one.act === 'void')!.reason).toBe(refused.body.detail);
    expect((await act(first.caseNumber)).status).toBe(200);
    const [row] = await stage.dataSource.query<{ state: string; ended_case: string }[]>(
      `SELECT state, ended_case FROM licence WHERE identifier = $1`,
      [second.identifier],
    );
    expect(row).toEqual({ state: 'voided', ended_case: first.caseNumber });
  });

  it('takes what waits for its seal along with a case that is void, and gives it back', async () => {
    const { number } = await caseWith(stage.dataSource, accepted, granted);
    const step = { caseNumber: number, step: 9 };
    const told = { act: 'void', from: 'granted', to: 'voided', at: Date.now(), by: MARKET };
    const moves = [{ ...told, reason: '重复录入' }];
    await stage.dataSource.transaction((manager) =>
      writeDocuments(manager, { ...step, cause: 'command:9', moves }),
    );
    expect(await endsOf(number)).toEqual([
      { kind: 'acceptance-notice', state: 'void', ended: 'voided' },
      { kind: 'grant-decision', state: 'void', ended: 'voided' },
      { kind: 'voiding-notice', state: 'awaiting-approval', ended: null },
    ]);
    expect(await openSeals(number)).toEqual([{ name: '用印审批：作废告知书' }]);
    await stage.dataSource.transaction((manager) => takeBackDocuments(manager, step));
    expect(await endsOf(number)).toEqual([
      { kind: 'acceptance-notice', state: 'awaiting-approval', ended: null },
      { kind: 'grant-decision', state: 'awaiting-approval', ended: null },
      { kind: 'voiding-notice', state: 'void', ended: null },
    ]);
    expect(await openSeals(number)).toEqual([
      { name: '用印审批：准予行政许可决定书' },
      { name: '用印审批：受理通知书' },
    ]);
  });

  it.each([
    ['行政许可法', '根据《中华人民共和国行政许可法》第七十条的规定，本机关决定注销'],
    ['社会保险法', '\n本机关决定注销'],
  ])('cancels what was granted under %s by that law, or by none', async (law, words) => {
    const { identifier, caseNumber } = await open.licensed(null);
    await stage.dataSource.query(
      `UPDATE cases SET clock_rules = jsonb_build_object('law', $2::text, 'pauses', '[]'::jsonb)
        WHERE number = $1`,
      [caseNumber, law],
    );
    // The case that asks for it is about a permit, whatever it ends.
    const { number: asking } = await caseWith(stage.dataSource);
    await stage.dataSource.query(
      `UPDATE cases SET process_id = 'licence-change', form = '{"operation":"cancel"}'
        WHERE number = $1`,
      [asking],
    );
    await stage.dataSource.transaction((manager) => draftDocuments(manager, [granted(asking)]));
    const decided = { caseNumber: asking, organisation: MARKET, reason: '被许可人申请注销' };
    await endLicence(open.parts, identifier, 'cancelled', decided);
    const papers = await documentsOf(stage.dataSource, asking);
    expect(papers.map(({ kind }) => kind)).toEqual(['cancellation-decision']);
    const { content } = await (
      await stage.as('hc-market-seal')
    ).get<{ content: { paragraphs: { text: string }[] } }>(`/api/documents/${papers[0]!.id}`);
    expect(content.paragraphs.map(({ text }) => text).join('\n')).toContain(words);
  });
});
