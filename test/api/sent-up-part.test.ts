/** 转报 of a part of a 一件事: the level above sees what the part sees, and nothing of its siblings. */
import type { Session } from '../../tools/session/sign-in.js';
import { RESTAURANT, SHOP_SIGN, upload, XIANGTANG } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { FIRE_CHECK } from './ways-stage.js';

const WHOLE = '210381202611270090001';
const PART = '210381202611270090002';
const SENT_UP = '210381202611270090003';
const FIRE = 'o-210381-fire';
const MARKET = 'o-210381-market';

interface Shown {
  materials: { code: string; name: string; fileId: string }[];
}

let stage: ApiStage;
let zhang: Session;
const files: Record<string, string> = {};
beforeAll(async () => {
  stage = await openApiStage();
  zhang = await stage.as('zhang');
  const opened = (number: string, item: string, lead: string, parent?: [string, string]) =>
    stage.dataSource.query(
      `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
         calendar_version, region, applicant_id, lead_department, state, submitted_at,
         parent_number, parent_occurrence)
       SELECT $1, code, version, name, 'p', 'h', 'v', '${XIANGTANG}', 'p-zhang', $3, 'accepted',
              '2026-11-20T02:00:00Z', $4, $5
         FROM item WHERE code = $2 ORDER BY version DESC LIMIT 1`,
      [number, item, lead, ...(parent ?? [null, null])],
    );
  await opened(WHOLE, RESTAURANT, MARKET);
  await opened(PART, FIRE_CHECK, FIRE, [WHOLE, 'B']);
  await opened(SENT_UP, SHOP_SIGN, MARKET, [PART, 'above']);
  // The part's own, what all share, and a sibling's.
  for (const code of ['fire-plan', 'property', 'layout']) {
    files[code] = (await upload(zhang, `${code}.png`)).body.id;
    await stage.dataSource.query(
      `INSERT INTO case_material (case_number, material_code, file_id, source)
       VALUES ($1, $2, $3, 'upload')`,
      [WHOLE, code, files[code]],
    );
  }
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const seen = async (session: Session, number: string) => {
  const { materials } = await session.get<Shown>(`/api/cases/${number}`);
  return materials.map(({ code, name, fileId }) => [code, name, fileId]).sort();
};

it('shows the level above the materials that the part shares, by their names', async () => {
  const below = await seen(zhang, PART);
  expect(below.map(([code]) => code)).toEqual(['fire-plan', 'property']);
  expect(await seen(zhang, SENT_UP)).toEqual(below);
});

it('lets whoever handles it above open them, and none of a sibling’s', async () => {
  await stage.dataSource.query(`UPDATE cases SET lead_department = $2 WHERE number = $1`, [
    ...[SENT_UP, 'o-210381-health'],
  ]);
  const above = await stage.as('hc-health');
  const opened = async (code: string) =>
    (await above.call('GET', `/api/files/${files[code]}`)).status;
  expect(await Promise.all(['fire-plan', 'property', 'layout'].map(opened))).toEqual([
    200, 200, 403,
  ]);
});
