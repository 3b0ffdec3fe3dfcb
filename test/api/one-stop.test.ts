import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { draftOf, RESTAURANT, upload, XIANGTANG, type Problem } from './applications.js';
import { newField, publishWith } from './form-fields.js';
import { openApiStage, type ApiStage } from './stage.js';
import { handle, taskAt } from './ways-stage.js';

const form = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
  premises: 'own',
  area: 180,
  floor: 1,
  seats: 60,
  categories: ['hot'],
  onlineBusiness: false,
  foodSafetyOfficer: '张晓梅',
  autoFireSystem: true,
  firePromise: true,
  hasSign: true,
  signWidth: 6,
  signHeight: 1.2,
  signPosition: '门楣上方',
  occupiesRoad: false,
  highwayAccess: false,
  deliveryMethod: 'window',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};

interface Case {
  number: string;
  state: string;
  withdrawable: boolean;
  uiSchema: Record<string, unknown> | null;
  materials: { code: string; name: string }[];
  itemMaterials: { code: string; name: string }[];
  children: { number: string; key: string | null; state: string }[];
  documents: { id: string; caseNumber: string; kind: string }[];
  applicantTask: { id: string; element: string; outcomes: { id: string }[] } | null;
  rating: Rating | null;
}

interface Rating {
  level: string;
  comment: string;
  stages: {
    stage: string;
    dueOn: string;
    doneOn: string | null;
    outcome: string | null;
    text: string | null;
  }[];
}

interface RatingFigures {
  rows: { key: string; name: string; bad: number }[];
  total: Record<'count' | 'bad' | 'badShare' | 'answered' | 'late' | 'discontent', number>;
}

const MATERIALS = ['food-application', 'layout', 'food-safety-rules', 'sign-picture'];

describe('a one-stop matter over the API', () => {
  let stage: ApiStage;
  let number: string;
  /** A file within the matter's form. */
  let front: string;
  let child: (key: string) => Promise<string>;

  /** Claims and completes a task of an element. */
  async function done(session: Session, caseNumber: string, element: string, answer: object) {
    const task = await eventually(`${element} of ${caseNumber}`, async () => {
      const path = `/api/tasks?case=${caseNumber}`;
      const { items } = await session.get<{ items: { id: string; element: string }[] }>(path);
      return items.find((one) => one.element === element);
    });
    await session.put(`/api/tasks/${task.id}/claim`);
    await session.post(`/api/tasks/${task.id}/completion`, { opinion: '同意', ...answer });
  }

  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    const zhang = await stage.as('zhang');
    await publishWith(await stage.as('admin'), 'restaurant', {
      front: newField('file', '门面照片'),
    });
    front = (await upload(zhang)).body.id;
    const filled = { ...form, front: [front] };
    const materials: Record<string, string[]> = {};
    for (const code of MATERIALS) materials[code] = [(await upload(zhang)).body.id];
    const draft = await draftOf(zhang, RESTAURANT, filled, materials, XIANGTANG);
    // 消防安全检查 is decided on the applicant's word, which has to be signed first.
    const unsigned = await zhang.call<Problem>('POST', '/api/cases', { draft });
    expect(unsigned.body.errors).toEqual([expect.objectContaining({ field: '/ways/promise' })]);
    const ways = { promise: { signedName: '张晓梅' } };
    await zhang.put(`/api/drafts/${draft}`, { form: filled, materials, ways });
    ({ number } = await zhang.post<Case>('/api/cases', { draft }));
    await done(await stage.as('xt-window'), number, 'collect', { outcome: 'accept', form: {} });
    child = (key) =>
      eventually(`child ${key}`, async () => {
        const { children } = await zhang.get<Case>(`/api/cases/${number}`);
        return children.find((one) => one.key === key)?.number;
      });
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  it('shows a department its own materials and the common ones by name, not its siblings’', async () => {
    const sign = await child('C');
    const urban = await stage.as('xt-urban');
    const { materials, itemMaterials } = await urban.get<Case>(`/api/cases/${sign}`);
    const codes = materials.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['business-licence', 'sign-picture']));
    expect(codes).not.toEqual(expect.arrayContaining(['layout']));
    expect(materials.filter(({ code, name }) => code === name)).toEqual([]);
    expect(itemMaterials).toContainEqual({ code: 'sign-picture', name: '招牌设置效果图' });
    // What lies in the form that all share is every part's.
    expect(materials).toContainEqual(
      expect.objectContaining({ code: 'front', name: '门面照片', fileId: front }),
    );
    expect((await urban.call('GET', `/api/files/${front}`)).status).toBe(200);
    const wang = await stage.as('wang');
    expect((await wang.call('GET', `/api/files/${front}`)).status).toBe(404);
  }, 60_000);

  it('has its promise made to the body that decides the item, and to no other', async () => {
    const check = await child('B');
    const zhang = await stage.as('zhang');
    const letters = await eventually('the sealed letter', async () => {
      const { documents } = await zhang.get<Case>(`/api/cases/${number}`);
      const found = documents.filter(({ kind }) => kind === 'commitment-letter');
      return found.length > 0 ? found : undefined;
    });
    expect(letters).toHaveLength(1);
    const { caseNumber, organisation, content } = await zhang.get<{
      caseNumber: string;
      organisation: string;
      content: { paragraphs: { text: string }[] };
    }>(`/api/documents/${letters[0]!.id}`);
    expect([caseNumber, organisation]).toEqual([check, '海城市消防救援大队']);
    const words = content.paragraphs.map(({ text }) => text).join('');
    expect(words).toContain('关于“');
    expect(words).not.toContain('小餐饮');
  }, 60_000);

  it('gives the form as it was filled in: with how its fields look', async () => {
    const zhang = await stage.as('zhang');
    const { uiSchema } = await zhang.get<Case>(`/api/cases/${number}`);
    expect(uiSchema).toMatchObject({ categories: { 'ui:widget': 'checkboxes' } });
  }, 60_000);

  it('hands the applicant the sealed receipt, and nobody else', async () => {
    const sign = await child('C');
    await done(await stage.as('xt-urban'), sign, 'record', { outcome: 'accept', form: {} });
    const zhang = await stage.as('zhang');
    const receipt = await eventually('the sealed receipt', async () => {
      const { documents } = await zhang.get<Case>(`/api/cases/${number}`);
      return documents.find((one) => one.kind === 'filing-receipt');
    });
    const path = `/api/documents/${receipt.id}`;
    const whole = await zhang.get<{ content: object; signature: string; number: string }>(path);
    expect(receipt.caseNumber).toBe(sign);
    expect(JSON.stringify(whole.content)).toContain('张晓梅');
    expect(whole.number).toMatch(/^海响堂执备字〔\d{4}〕第1号$/);
    expect(whole.signature).not.toBe('');
    const wang = await stage.as('wang');
    expect((await wang.call('GET', path)).status).toBe(404);
    const none = '/api/documents/00000000-0000-4000-8000-000000000000';
    expect((await zhang.call<Problem>('GET', none)).body.code).toBe('document-not-found');
  }, 60_000);

  it('can be taken back as long as one of its parts is undecided, and no longer', async () => {
    const zhang = await stage.as('zhang');
    expect((await zhang.get<Case>(`/api/cases/${number}`)).withdrawable).toBe(true);
    for (const key of ['A', 'B']) {
      const part = await child(key);
      await zhang.post(`/api/cases/${part}/withdrawal`, { reason: '先不办这一项。' });
    }
    expect((await zhang.get<Case>(`/api/cases/${number}`)).withdrawable).toBe(false);
    const path = `/api/cases/${number}/withdrawal`;
    const refused = await zhang.call<Problem>('POST', path, { reason: '不办了。' });
    expect([refused.status, refused.body.code]).toEqual([409, 'already-decided']);
  }, 60_000);

  it('is 已送达 only once each of its results on paper is', async () => {
    const window = await stage.as('xt-window');
    const sign = await child('C');
    const task = await taskAt(window, number, 'handOver');
    await window.put(`/api/tasks/${task}/claim`);
    const early = await window.call<Problem>('POST', `/api/tasks/${task}/completion`, {
      ...{ outcome: 'delivered', opinion: '已出件', form: { way: 'window' } },
    });
    expect([early.status, early.body.code]).toEqual([409, 'results-not-delivered']);
    expect(early.body.detail).toContain('招牌');
    const beside = await window.call<Problem>('POST', `/api/cases/${number}/legal-acts`, {
      ...{ act: 'deliver', data: { way: 'window' } },
    });
    expect([beside.status, beside.body.code]).toEqual([409, 'results-not-delivered']);
    const signature = { receiver: '张晓梅', paperKind: 'id-card' };
    await window.post(`/api/cases/${sign}/delivery/handing`, signature);
    await eventually('the sign delivered', async () => {
      const { state } = await window.get<Case>(`/api/cases/${sign}`);
      return state === 'delivered' || undefined;
    });
  }, 60_000);

  it('tells the applicant how the rating can be answered, and takes it', async () => {
    const window = await stage.as('xt-window');
    await handle(window, number, 'handOver', { outcome: 'delivered', form: { way: 'window' } });
    const zhang = await stage.as('zhang');
    const task = await eventually('the rating', async () => {
      const { applicantTask } = await zhang.get<Case>(`/api/cases/${number}`);
      return applicantTask?.element === 'evaluate' ? applicantTask : undefined;
    });
    expect(task.outcomes.map(({ id }) => id)).toEqual(['rated']);
    await zhang.post(`/api/tasks/${task.id}/completion`, {
      outcome: 'rated',
      form: { level: 'dissatisfied', comment: '跑了两次，可以打 13912345678 问我。' },
    });
  }, 60_000);

  describe('that is rated badly', () => {
    const ratingSeen = async (who: Session) =>
      (await who.get<Case>(`/api/cases/${number}`)).rating!;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const figures = async (who: Session, group: string) =>
      who.get<RatingFigures>(`/api/supervision/ratings?from=${today}&to=${today}&group=${group}`);
    const listed = async (who: Session, query = '') =>
      (await who.get<{ items: { caseNumber: string; comment: string }[] }>(`/api/ratings${query}`))
        .items;
    /** Working days from today to a day. */
    const workingDaysTo = async (day: string) => {
      const [row] = await stage.dataSource.query<{ days: number }[]>(
        `SELECT a.ordinal - b.ordinal AS days FROM working_day a, working_day b
          WHERE a.day = $1::date AND b.day = $2::date`,
        [day, today],
      );
      return row!.days;
    };

    it('is read on its case, by its department and by who supervises it, and by no other body', async () => {
      const [market, urban] = [await stage.as('hc-market-handler'), await stage.as('xt-urban')];
      expect(await ratingSeen(market)).toMatchObject({
        ...{ level: 'dissatisfied', comment: '跑了两次，可以打 139****5678 问我。' },
        stages: [{ stage: 'rating-contact', doneOn: null }],
      });
      expect((await ratingSeen(await stage.as('zhang'))).comment).toContain('13912345678');
      expect(await listed(market)).toMatchObject([
        { caseNumber: number, comment: '跑了两次，可以打 139****5678 问我。' },
      ]);
      expect(await listed(urban)).toEqual([]);
      const supervisors = ['supervisor', 'hc-supervisor', 'market-supervisor'];
      for (const account of supervisors) {
        const supervisor = await stage.as(account);
        expect(await listed(supervisor, '?bad=true')).toHaveLength(1);
        for (const [search, found] of [
          [`q=${number}&since=${today}&until=${today}`, 1],
          [`q=${encodeURIComponent('一件事')}`, 1],
          [`q=${encodeURIComponent('没有这样的事项')}`, 0],
          ['since=2099-01-01', 0],
          ['until=2020-01-01', 0],
        ] as const)
          expect([search, (await listed(supervisor, `?${search}`)).length]).toEqual([
            search,
            found,
          ]);
        const file = await supervisor.send(
          new URL(`/api/ratings/file?format=csv&bad=true&q=${number}`, stage.url),
        );
        expect(await file.text()).toMatch(new RegExp(`\r\n${number},不满意,.*139\\*{4}5678`));
        expect((await figures(supervisor, 'department')).total).toMatchObject({
          ...{ count: 1, bad: 1, badShare: 1, answered: 0, late: 0 },
        });
      }
      const supervisor = await stage.as('supervisor');
      for (const [group, key] of Object.entries({
        ...{ department: 'o-210381-market', item: RESTAURANT },
        window: 'o-210381003-service-centre',
      })) {
        const { rows } = await figures(supervisor, group);
        expect(rows).toMatchObject([{ key, bad: 1 }]);
        expect(rows[0]!.name).not.toBe('');
      }
    }, 60_000);

    it('is verified within a day and answered within fifteen, in words, of which the applicant hears', async () => {
      const market = await stage.as('hc-market-handler');
      const zhang = await stage.as('zhang');
      const told = async () =>
        (
          await zhang.get<{ items: { occasion: string; caseNumber: string }[] }>(
            '/api/notifications',
          )
        ).items.filter(({ occasion }) => occasion === 'rating-answered');
      const dueIn = async (place: number) =>
        workingDaysTo((await ratingSeen(market)).stages[place]!.dueOn);
      expect(await dueIn(0)).toBe(1);
      await done(market, number, 'rating-contact', {
        outcome: 'reached',
        opinion: '缺材料未一次告知，属实。',
      });
      expect(await dueIn(1)).toBe(15);

      const { id } = (
        await market.get<{ items: { id: string; element: string }[] }>(`/api/tasks?case=${number}`)
      ).items.find(({ element }) => element === 'rating-answer')!;
      await market.put(`/api/tasks/${id}/claim`);
      const answer = (opinion: string) =>
        market.call<Problem>('POST', `/api/tasks/${id}/completion`, { outcome: 'mended', opinion });
      const bare = await answer(' ');
      expect([bare.status, bare.body.code]).toEqual([422, 'rating-words-missing']);
      expect(await told()).toEqual([]);
      await answer('向您致歉，窗口已改用一次告知单。');
      expect(await told()).toMatchObject([{ caseNumber: number }]);
      const { stages } = await ratingSeen(zhang);
      // What the staff wrote among themselves is not for the applicant.
      expect(stages.map(({ outcome, text }) => [outcome, text])).toEqual([
        ['已联系核实', null],
        ['已整改', '向您致歉，窗口已改用一次告知单。'],
        [null, null],
      ]);
      expect(await dueIn(2)).toBe(1);
    }, 60_000);

    it('is called back, and who supervises sees what is late and who is not content', async () => {
      const market = await stage.as('hc-market-handler');
      const supervisor = await stage.as('supervisor');
      await stage.dataSource.query(
        `UPDATE task SET due_at = now() - interval '1 hour'
          WHERE case_number = $1 AND purpose = 'rating-call-back'`,
        [number],
      );
      await done(market, number, 'rating-call-back', {
        outcome: 'discontent',
        opinion: '仍不认可。',
      });
      expect((await figures(supervisor, 'department')).total).toMatchObject({
        ...{ bad: 1, answered: 1, late: 1, discontent: 1 },
      });
      expect((await ratingSeen(market)).stages.at(-1)).toMatchObject({
        ...{ outcome: '不认可处理结果', text: '仍不认可。' },
      });
    }, 60_000);

    it('stays out of every figure where it was but an exercise', async () => {
      const supervisor = await stage.as('supervisor');
      await stage.dataSource.query(`UPDATE rating SET counted = false`);
      expect(await figures(supervisor, 'department')).toMatchObject({
        rows: [],
        total: { count: 0, badShare: null },
      });
      expect(await listed(supervisor)).toEqual([]);
    }, 60_000);
  });
});
