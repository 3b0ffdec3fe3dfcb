/** Papers of items that are no permits, and of all kinds of bodies, as they are read through the API. */
import type { Session } from '../../tools/session/sign-in.js';
import { reconsiderationOf, remediesText } from '../../src/papers/official-documents/remedies.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';
import { accepted, caseOfType, documentsOf, move } from './food-case.js';

const YEAR = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 4);

interface Task {
  id: string;
  name: string;
}

describe('papers', () => {
  let stage: ApiStage;
  let keeper: Session;

  beforeAll(async () => {
    stage = await openApiStage();
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
      const granted = (number: string) =>
        move(number, 4, { act: 'grant', fromState: 'reviewing', toState: 'granted' });
      const acts = [received, (number: string) => accepted(number, 2), granted];
      const number = await caseOfType(stage.dataSource, type, ...acts);
      const papers = await read(number);
      expect(papers.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['收件凭证', '受理通知书', title]),
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
    ['revoke', 'finished', 'finished', '撤销决定书', /第六十九条的规定，本机关决定撤销该决定/],
    ['tell-hearing', 'handling', 'handling', '听证告知书', /5个工作日内提出.*2026年12月20日举行/s],
  ])('of %s are written, and say what follows', async (act, fromState, toState, name, words) => {
    const data: Record<string, string> = act === 'tell-hearing' ? { hearingOn: '2026-12-20' } : {};
    const told = { act, fromState, toState, data, reason: '甲乙丙' };
    const number = await caseOfType(stage.dataSource, '01', (one) => move(one, 5, told));
    const papers = await read(number);
    expect(papers.map((paper) => paper.name)).toEqual([name]);
    expect(papers[0]!.words).toMatch(words);
  });

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
});
