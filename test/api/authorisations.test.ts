/** 委托代办: somebody lets another apply in their name, for some items and some days, until either ends it. */
import { randomUUID } from 'node:crypto';
import { dateOf } from '../../workflows/clock/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import {
  draftOf,
  type Problem,
  SHOP_SIGN,
  shopSignForm,
  upload,
  XIANGTANG,
} from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

const DAY = 86_400_000;
const WANG = { idNumber: '21039919920118006X', name: '王雅静' };
const ZHAO = { idNumber: '210399194303150088', name: '赵桂兰' };
const FIRE_CHECK = '210170001000';

interface Authorisation {
  id: string;
  state: string;
}
interface Acting {
  principals: { authorisation: string; person: { name: string } }[];
  actingFor: { person: { name: string } } | null;
}

describe('an authorisation', () => {
  let stage: ApiStage;
  let zhang: Session;
  let wang: Session;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    [zhang, wang] = [await stage.as('zhang'), await stage.as('wang')];
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const days = (from: number, to: number) => ({
    from: dateOf(Date.now() + from * DAY),
    to: dateOf(Date.now() + to * DAY),
  });
  const give = (change: object = {}, who = zhang) =>
    who.call<Authorisation & Problem>('POST', '/api/authorisations', {
      ...{ agent: WANG, items: [SHOP_SIGN], ...days(0, 30), signedName: '张晓梅' },
      ...change,
    });
  const actFor = (authorisation: string | null, who = wang) =>
    who.call<Acting & Problem>('POST', '/api/session/acting-for', { authorisation });
  const told = async (who: Session) => {
    const { items } = await who.get<{ items: { occasion: string }[] }>('/api/notifications');
    return items.map(({ occasion }) => occasion);
  };

  it('lets another apply for what it names, as the principal, whom both follow until it is revoked', async () => {
    const { status, body: given } = await give();
    expect([status, given.state]).toEqual([200, 'counts']);
    expect(await told(wang)).toContain('authorised');
    const { body: session } = await actFor(given.id);
    expect(session.actingFor).toMatchObject({ person: { name: '张晓梅' } });

    const known = await wang.post<{ prefill: object }>(`/api/items/${SHOP_SIGN}/situation`, {
      ...{ region: XIANGTANG, form: {} },
    });
    expect(known.prefill).toMatchObject({ operatorName: '张晓梅' });
    const elsewhere = await wang.call<Problem>('POST', '/api/drafts', {
      ...{ item: FIRE_CHECK, region: XIANGTANG },
    });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'authorisation-not-for-item']);

    const picture = await upload(wang);
    const materials = { 'sign-picture': [picture.body.id] };
    const draft = await draftOf(wang, SHOP_SIGN, shopSignForm, materials);
    const left = await draftOf(wang, SHOP_SIGN, shopSignForm, materials);
    expect(await wang.get(`/api/drafts/${draft}`)).toMatchObject({
      onBehalf: { name: '张晓梅', counts: true },
    });
    const { number } = await wang.post<{ number: string }>('/api/cases', { draft });
    const path = `/api/cases/${number}`;
    const agent = { name: '王雅静', authorised: true, counts: true };
    for (const who of [wang, zhang])
      expect(await who.get(path)).toMatchObject({ applicantName: '张晓梅', agent });
    for (const who of [wang, zhang]) expect(await told(who)).toContain('submitted');
    const listed = async (who: Session) => {
      const { items } = await who.get<{ items: { number: string }[] }>('/api/cases');
      return items.map((one) => one.number);
    };
    expect(await listed(wang)).toEqual([number]);

    expect((await zhang.call('DELETE', `/api/authorisations/${given.id}`)).status).toBe(204);
    expect(await told(wang)).toContain('authorisation-ended');
    expect(await wang.get<Acting>('/api/session')).toMatchObject({
      ...{ actingFor: null, principals: [] },
    });
    expect((await wang.call('GET', path)).status).toBe(404);
    expect(await listed(wang)).toEqual([]);
    expect(await zhang.get(path)).toMatchObject({ agent: { ...agent, counts: false } });
    const late = await wang.call<Problem>('POST', '/api/cases', { draft: left });
    expect([late.status, late.body.code]).toEqual([403, 'authorisation-over']);
    const acts = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE detail ->> 'authorisation' = $1 ORDER BY at`,
      [given.id],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      ...['authorisation.give', 'session.act-for', 'case.submit-for', 'authorisation.revoke'],
    ]);
  }, 60_000);

  it('counts from its first day to its last, and the agent may give it up', async () => {
    const { body: coming } = await give(days(1, 2));
    expect(coming.state).toBe('coming');
    expect((await actFor(coming.id)).body.code).toBe('authorisation-over');
    const { body: now } = await give({ items: undefined });
    expect((await actFor(now.id)).status).toBe(200);
    await stage.dataSource.query(
      `UPDATE authorisation SET from_on = from_on - 40, to_on = to_on - 40 WHERE id = $1`,
      [now.id],
    );
    expect((await wang.get<Acting>('/api/session')).actingFor).toBeNull();
    const strange = await stage.as('li');
    const path = `/api/authorisations/${coming.id}`;
    expect((await strange.call('DELETE', path)).status).toBe(404);
    expect((await wang.call('DELETE', path)).status).toBe(204);
    expect((await zhang.call('DELETE', path)).status).toBe(404);
    const { given } = await zhang.get<{ given: Authorisation[] }>('/api/authorisations');
    expect(given).toContainEqual(expect.objectContaining({ id: coming.id, state: 'revoked' }));
  }, 60_000);

  it('is refused where it is not signed, not dated, to nobody known, to oneself, or passed on', async () => {
    const cases: [object, string][] = [
      [{ signedName: '张三' }, 'signature-mismatch'],
      [days(0, -1), 'authorisation-dates'],
      [days(-9, -1), 'authorisation-dates'],
      [days(0, 1_200), 'authorisation-dates'],
      [{ agent: { ...WANG, name: '王雅' } }, 'person-not-verified'],
      [{ agent: { idNumber: shopSignForm.idNumber, name: '张晓梅' } }, 'agent-is-oneself'],
    ];
    for (const [change, code] of cases) expect((await give(change)).body.code).toBe(code);
    const { body } = await give();
    await actFor(body.id);
    const onwards = await give({ agent: ZHAO, signedName: '王雅静' }, wang);
    expect([onwards.status, onwards.body.code]).toEqual([403, 'not-as-oneself']);
    await actFor(null);
    const staff = await stage.as('xt-window');
    expect((await give({ signedName: '刘春燕' }, staff)).body.code).toBe('not-as-oneself');
  }, 60_000);

  it('is taken in on paper by a window, for whom the register knows, and for a firm', async () => {
    const clerk = await stage.as('xt-window');
    const paper = (await upload(clerk)).body.id;
    const record = (principal: object, signedName: string, change: object = {}) =>
      clerk.call<Authorisation & Problem>('POST', '/api/window/authorisations', {
        ...{ principal, agent: WANG, ...days(0, 30), signedName, paper },
        ...change,
      });
    const firm = {
      kind: 'legal',
      idNumber: '91210399MA0XT003X6',
      name: '海城市香满楼餐饮有限公司',
    };
    const { status, body } = await record(firm, firm.name);
    expect([status, body]).toEqual([200, expect.objectContaining({ paper, state: 'counts' })]);
    expect((await actFor(body.id)).body.actingFor).toMatchObject({ person: { name: firm.name } });
    for (const who of [wang, clerk, await stage.as('xiangman')])
      expect((await who.call('GET', `/api/files/${paper}`)).status).toBe(200);
    expect((await zhang.call('GET', `/api/files/${paper}`)).status).toBe(404);
    await actFor(null);

    const old = { kind: 'natural', ...ZHAO };
    expect((await record(old, ZHAO.name)).status).toBe(200);
    expect((await record({ ...old, name: '赵桂' }, '赵桂')).body.code).toBe('person-not-verified');
    const foreign = { paper: randomUUID() };
    expect((await record(old, ZHAO.name, foreign)).body.code).toBe('file-not-yours');
    const numbers = await stage.dataSource.query<{ sealed: boolean }[]>(
      `SELECT principal_number::text LIKE '%' || $1 || '%' AS sealed FROM authorisation
        WHERE principal_number IS NOT NULL`,
      [ZHAO.idNumber],
    );
    expect(numbers.every(({ sealed }) => !sealed)).toBe(true);
  }, 60_000);
});
