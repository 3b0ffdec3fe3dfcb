/**
 * A city that starts empty, and an invented county in it (示范县, 210399): from the first administrator to
 * the first case decided there, by nothing but what the pages call. The way is `docs/guides/set-up-a-city.md`.
 */
import { readFileSync } from 'node:fs';
import type { Session } from '../../tools/session/sign-in.js';
import { draftOf, SHOP_SIGN, shopSignForm, upload } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { handle, type Case } from '../api/ways-stage.js';
import { eventually } from '../workflow/stage.js';

interface Performed {
  key: string;
}

const COUNTY = '210399';
const TOWN = '210399001';

/** The item as an editor keeps it; its version is the platform's affair. */
const shopSign = (): Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL('../../demonstration/items/shop-sign.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;

let stage: ApiStage;
let city: Session;

beforeAll(async () => {
  stage = await openApiStage({ workers: true, empty: true });
  city = await stage.as('admin');
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const body = async (by: Session, row: object): Promise<string> =>
  (await by.post<Performed>('/api/organisations', { kind: 'department', ...row })).key;

/** Registers somebody by name and ID number, and gives them a post. */
async function appoint(
  by: Session,
  [name, idNumber]: readonly [string, string],
  post: { organisation: string; role: string; title: string },
): Promise<void> {
  const { key } = await by.post<Performed>('/api/staff', { name, idNumber });
  await by.post(`/api/staff/${key}/posts`, post);
}

/** Whom the province's sign-on knows by these accounts. */
const KEEPER = ['石国庆', '210399198304170935'] as const;
const HANDLER = ['赵桂兰', '210399194303150088'] as const;

test('an invented county comes from nothing to its first case', async () => {
  // The city's administrator: the region, the governments, and somebody who keeps the county.
  await city.post('/api/regions', {
    ...{ code: COUNTY, name: '示范县', level: 'county', parent: '210300' },
  });
  const government = { kind: 'government', line: 'government' };
  const above = await body(city, {
    ...{ ...government, name: '鞍山市人民政府', level: 'city', region: '210300' },
  });
  const seat = await body(city, {
    ...{ ...government, name: '示范县人民政府', level: 'county', region: COUNTY, parent: above },
  });
  const office = await body(city, {
    ...{ name: '示范县数据局', level: 'county', line: 'business', region: COUNTY, parent: seat },
  });
  await appoint(city, KEEPER, {
    ...{ organisation: office, role: 'county-admin', title: '示范县机构人员管理员' },
  });

  // The county's own: its township, the bodies there, and who handles what comes in.
  const county = await stage.as('hc-admin');
  await county.post('/api/regions', {
    ...{ code: TOWN, name: '示范镇', level: 'township', parent: COUNTY },
  });
  const town = await body(county, {
    ...{
      ...government,
      name: '示范县示范镇人民政府',
      level: 'township',
      region: TOWN,
      parent: seat,
    },
  });
  const { items: gapsBefore } = await county.get<{ items: object[] }>('/api/item-authorities/gaps');
  expect(gapsBefore).toEqual([]);
  const team = await body(county, {
    ...{ kind: 'enforcement-team', name: '示范镇综合行政执法队', level: 'township', line: 'urban' },
    ...{ region: TOWN, parent: town },
  });
  await appoint(county, HANDLER, {
    organisation: team,
    role: 'handler',
    title: '示范镇执法队经办',
  });

  // The team's papers carry a word of their own before their numbers (发文机关代字).
  await city.put(`/api/document-words/${team}`, { word: '示执' });

  // The catalogue's keeper publishes what can be asked for.
  await city.put(`/api/catalogue/items/${SHOP_SIGN}/draft`, { item: shopSign(), replaces: null });
  const [{ today }] = await stage.dataSource.query<[{ today: string }]>(
    `SELECT current_date::text AS today`,
  );
  await city.post(`/api/catalogue/items/${SHOP_SIGN}/draft/publication`, { effectiveFrom: today });

  // A citizen applies there, and the county's own staff decide.
  const zhang = await stage.as('zhang');
  const { id: picture } = (await upload(zhang)).body;
  const draft = await draftOf(zhang, SHOP_SIGN, shopSignForm, { 'sign-picture': [picture] }, TOWN);
  const { number } = await zhang.post<Case>('/api/cases', { draft });
  expect(number.slice(0, 6)).toBe(COUNTY);
  const [{ department }] = await stage.dataSource.query<[{ department: string }]>(
    `SELECT lead_department AS department FROM cases WHERE number = $1`,
    [number],
  );
  expect(department).toBe(team);
  await handle(await stage.as('zhao'), number, 'record', {
    outcome: 'accept',
    opinion: '符合规范',
  });
  const ended = await eventually('the end of the case', async () => {
    const one = await zhang.get<Case>(`/api/cases/${number}`);
    return one.ended ? one : undefined;
  });
  expect(ended.state).not.toBe('rejected');
}, 180_000);

test('whoever lies outside the new county is not its administrator’s to keep', async () => {
  const county = await stage.as('hc-admin');
  const answer = await county.call('POST', '/api/regions', {
    ...{ code: '210302999', name: '试设街道', level: 'township', parent: '210302' },
  });
  expect(answer.status).toBe(403);
});
