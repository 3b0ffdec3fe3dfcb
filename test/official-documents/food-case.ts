/** Cases of the demonstration's people whose official acts a test tells by hand. */
import type { DataSource, EntityManager } from 'typeorm';
import { draftDocuments, type OfficialAct } from '../../src/papers/official-documents/index.js';

export const FOOD_LICENCE = '210125001000';
export const MARKET = 'o-210381-market';

let serial = 0;

/** 张晓梅's application for a food licence in 海城市响堂街道. @returns its number */
export async function openFoodCase(manager: EntityManager): Promise<string> {
  serial += 1;
  const number = `2103812026112700${String(serial).padStart(4, '0')}`;
  await manager.query(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at, due_at)
     SELECT $1, item.code, item.version, item.name, 'food-licence', 'h', 'v', '210381003', p.id, $3, 'submitted',
            '2026-11-20T02:00:00Z', '2026-12-25T16:00:00Z'
       FROM item, person p WHERE item.code = $2 AND p.account = 'zhang' ORDER BY item.version DESC LIMIT 1`,
    [number, FOOD_LICENCE, MARKET],
  );
  return number;
}

type Told = Partial<OfficialAct> & Pick<OfficialAct, 'act' | 'fromState' | 'toState'>;

/** The act as `record` would hand it over: by the handler of 海城市市场监督管理局. */
export function move(caseNumber: string, step: number, told: Told): OfficialAct {
  return {
    ...{ caseNumber, step, cause: `command:${step}`, at: new Date('2026-11-27T02:00:00Z') },
    ...{ personId: 'p-hc-market-handler', postId: 'post-hc-market-handler-1' },
    ...{ departmentId: MARKET, reason: null, article: '行政许可法第三十二条', data: {} },
    ...told,
  };
}

export const accepted = (caseNumber: string, step = 1): OfficialAct =>
  move(caseNumber, step, { act: 'accept', fromState: 'submitted', toState: 'accepted' });

export const refused = (caseNumber: string, step = 2): OfficialAct =>
  move(caseNumber, step, {
    ...{ act: 'refuse', fromState: 'accepted', toState: 'refused' },
    reason: '设备布局图缺少操作间，与现场不一致。',
  });

export interface DocumentRow {
  id: string;
  code: string;
  kind: string;
  state: string;
  number: string | null;
  serial: number | null;
  digest: string | null;
  file_key: string | null;
  last_error: string | null;
  attempts: number;
  content: { title: string; paragraphs: { text: string }[] } | null;
}

export function documentsOf(dataSource: DataSource, caseNumber: string): Promise<DocumentRow[]> {
  return dataSource.query<DocumentRow[]>(
    `SELECT * FROM official_document WHERE case_number = $1 ORDER BY drafted_at, kind`,
    [caseNumber],
  );
}

/** Opens a case and tells its acts. @returns its number and documents */
export async function caseWith(
  dataSource: DataSource,
  ...acts: ((caseNumber: string) => OfficialAct)[]
): Promise<{ number: string; documents: DocumentRow[] }> {
  const number = await dataSource.transaction(async (manager) => {
    const opened = await openFoodCase(manager);
    await draftDocuments(
      manager,
      acts.map((act) => act(opened)),
    );
    return opened;
  });
  return { number, documents: await documentsOf(dataSource, number) };
}

/** A case whose item is of another type, with its acts told. @returns its number */
export function caseOfType(
  dataSource: DataSource,
  type: string,
  ...acts: ((number: string) => OfficialAct)[]
): Promise<string> {
  return dataSource.transaction(async (manager) => {
    const opened = await openFoodCase(manager);
    await manager.query(
      `INSERT INTO item (code, version, kind, type, name, data, state)
       SELECT $2, 1, kind, $3, name, data, state FROM item WHERE code = $1 LIMIT 1
       ON CONFLICT DO NOTHING`,
      [FOOD_LICENCE, `TYPE-${type}`, type],
    );
    await manager.query(`UPDATE cases SET item_code = $2, item_version = 1 WHERE number = $1`, [
      opened,
      `TYPE-${type}`,
    ]);
    await draftDocuments(
      manager,
      acts.map((act) => act(opened)),
    );
    return opened;
  });
}
