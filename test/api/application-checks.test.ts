/** Who applies is who the identity says; a form can name nobody else, and an answer tells of nobody else. */
import type { Session } from '../../tools/session/sign-in.js';
import {
  draftOf,
  SHOP_SIGN,
  shopSignForm,
  upload,
  XIANGTANG,
  type Problem,
} from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { DISHONEST, fireForm } from './ways-stage.js';

const RESTAURANT = '210199001000';
const ALLOWANCE = '210511001000';
const VILLAGE = '210381003009';
const ROAD = '210117001000';

const allowanceForm = {
  idNumber: '210399194303150088',
  name: '赵桂兰',
  householdAddress: '海城市响堂街道箭楼社区',
  residence: '海城市响堂街道箭楼社区3号楼',
  phone: '19900000004',
  tier: '80-89',
  bankAccount: '6217990000000012345',
  agentName: '孙秀英',
  agentIdNumber: '210399198806200129',
  agentRelation: 'village',
  authorised: true,
};

/** `yyyy-MM-dd` in Shanghai. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  });

const { signWidth: _width, signHeight: _height, signPosition: _position, ...shop } = shopSignForm;
const road = { occupyArea: 12, occupyPurpose: '外摆经营', occupiesRoad: true };

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage();
}, 120_000);
afterAll(() => stage?.close(), 30_000);

async function refusedFields(
  session: Session,
  item: string,
  form: Record<string, unknown>,
  region = XIANGTANG,
): Promise<[number, string, (string | undefined)[]]> {
  const file = [(await upload(session)).body.id];
  const draft = await draftOf(session, item, form, { 'sign-picture': file, proxy: file }, region);
  const { status, body } = await session.call<Problem>('POST', '/api/cases', { draft });
  return [status, body.code, (body.errors ?? []).map(({ field }) => field)];
}

describe('an application', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['another’s ID number', 'li', shopSignForm, '/form/idNumber'],
    ['another name', 'zhang', { ...shopSignForm, operatorName: '张小梅' }, '/form/operatorName'],
    [
      'another’s firm',
      'zhang',
      { ...shopSignForm, creditCode: '92210399MA0XT0021B' },
      '/form/creditCode',
    ],
    [
      'a firm that signs on for itself',
      'li',
      {
        ...shopSignForm,
        ...{ creditCode: '91210399MA0XT003X6', operatorName: '李国栋' },
        idNumber: '21039919790903005X',
      },
      '/form/creditCode',
    ],
    [
      'another name of the firm',
      'zhang',
      { ...shopSignForm, businessName: '别家饭店' },
      '/form/businessName',
    ],
    ['blank words', 'zhang', { ...shopSignForm, address: '\u3000  \u200B  ' }, '/form/address'],
    [
      'a name in pictures',
      'zhang',
      { ...shopSignForm, signPosition: '一层😀' },
      '/form/signPosition',
    ],
  ])('with %s is refused at that place', async (_what, who, form, field) => {
    const [status, code, fields] = await refusedFields(await stage.as(who), SHOP_SIGN, form);
    expect([status, code]).toEqual([422, 'application-incomplete']);
    expect(fields[0]).toBe(field);
  });

  it('of a resident is the village’s to hand in, to an account of their own', async () => {
    const agent = await stage.as('cunban');
    const apply = (change: object, who = agent) =>
      refusedFields(who, ALLOWANCE, { ...allowanceForm, ...change }, VILLAGE);
    const [, , account] = await apply({ bankAccount: '6217990000000123457' });
    expect(account).toEqual(['/form/bankAccount']);
    const [, , other] = await apply({ agentName: '王雅静', agentIdNumber: '21039919920118006X' });
    expect(other).toEqual(['/form/agentIdNumber']);
    // Whoever is no agent applies for nobody else, whatever the form says of an agent.
    const [, , stranger] = await apply({}, await stage.as('wang'));
    expect(stranger).toContain('/form/idNumber');
  }, 30_000);

  it('that somebody else made is told to nobody: a stranger gets the same answer before and after', async () => {
    const wang = await stage.as('wang');
    const before = await refusedFields(wang, ALLOWANCE, allowanceForm, VILLAGE);
    const agent = await stage.as('cunban');
    const file = [(await upload(agent)).body.id];
    const draft = await draftOf(agent, ALLOWANCE, allowanceForm, { proxy: file }, VILLAGE);
    void agent.call('POST', '/api/cases', { draft });
    for (let tries = 0; tries < 100; tries += 1) {
      const rows = await stage.dataSource.query<unknown[]>(`SELECT 1 FROM cases`);
      if (rows.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await refusedFields(wang, ALLOWANCE, allowanceForm, VILLAGE)).toEqual(before);
  }, 60_000);

  it.each<[string, number, number, string]>([
    ['that ends before it begins', 20, 10, '/form/occupyTo'],
    ['that began yesterday', -1, 10, '/form/occupyFrom'],
    ['that never ends', 8, 26_000, '/form/occupyTo'],
  ])('for an occupation %s is refused at that day', async (_what, from, to, field) => {
    const days = { occupyFrom: inDays(from), occupyTo: inDays(to) };
    const zhang = await stage.as('zhang');
    const [status, code, fields] = await refusedFields(zhang, ROAD, { ...shop, ...road, ...days });
    expect([status, code]).toEqual([422, 'application-incomplete']);
    expect(fields.filter((name) => name?.startsWith('/form/occupy'))).toEqual([field]);
    // As a part of another application too, where only an answer brings the days up.
    const [, , within] = await refusedFields(zhang, RESTAURANT, { ...shop, ...road, ...days });
    expect(within.filter((name) => name?.startsWith('/form/occupy'))).toEqual([field]);
  });

  it('guides without telling how another’s firm stands with its credit', async () => {
    const li = await stage.as('li');
    const form = { ...fireForm, ...DISHONEST };
    const draft = await draftOf(li, RESTAURANT, form);
    const { ways } = await li.post<{ ways: { promise: { barred: string | null } } }>(
      `/api/drafts/${draft}/situation`,
      { form, materials: {} },
    );
    expect(ways.promise.barred).toBeNull();
  });
});
