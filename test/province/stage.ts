import type { DataSource } from 'typeorm';
import type { Json } from '../../bpmn/engine/index.js';
import type { Seed } from '../servers/index.js';

/** Little enough to see at a glance: one deciding body, one applicant, items with and without a fee. */
export const smallTown: Seed = {
  name: 'province_small_town',
  async load(dataSource) {
    await dataSource.query(`
      INSERT INTO region (code, name, level) VALUES ('210381', '海城市', 'county');
      INSERT INTO organisation (id, name, kind, line, level, region, credit_code)
        VALUES ('o-housing', '海城市住房和城乡建设局', 'department', 'housing', 'county', '210381',
                '11511301008778183N');
      INSERT INTO document_word (organisation_id, word) VALUES ('o-housing', '海住建');
      INSERT INTO person (id, account, name, subject, kind)
        VALUES ('zhang', 'zhang', '张晓梅', 'p-zhang', 'natural');
    `);
    await addItem(dataSource, 'road', {
      fees: [{ name: '城市道路占用费', amountCents: 50 }],
      result: { name: '临时占用城市道路许可证', validYears: 1 },
    });
    await addItem(dataSource, 'charged-later', {
      fees: [{ name: '工本费', amountCents: 50, payBefore: 'none' }],
      result: { name: '食品经营许可证' },
    });
    await addItem(dataSource, 'dated', {
      processVariables: ['occupyTo'],
      result: { name: '临时占用城市道路许可证', validYears: 1 },
    });
    await addItem(dataSource, 'two-hands', {
      ...{ separateHands: true, fees: [], result: { name: '食品经营许可证' } },
    });
    await addItem(dataSource, 'free', { fees: [], result: { name: '食品经营许可证' } });
  },
};

async function addItem(dataSource: DataSource, code: string, data: Record<string, unknown>) {
  await dataSource.query(
    `INSERT INTO item (code, version, kind, type, name, data, state)
     VALUES ($1, 1, 'single', '01', $1, $2, 'published')`,
    [code, JSON.stringify(data)],
  );
}

let serial = 0;

/** A case of 张晓梅. @returns its number */
export async function openTestCase(
  dataSource: DataSource,
  item: string,
  form: Record<string, Json> = {},
): Promise<string> {
  serial += 1;
  const number = `case-${serial}`;
  await dataSource.query(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at, form)
     VALUES ($1, $2, 1, '临时占用城市道路许可', 'p', 'h', 'v', '210381003', 'zhang', 'o-housing',
             'granted', now(), $3)`,
    [number, item, JSON.stringify(form)],
  );
  return number;
}

/** Its case is decided, and what its item costs is paid. */
export async function grantTestCase(dataSource: DataSource, number: string): Promise<void> {
  await dataSource.query(
    `UPDATE cases SET state = 'granted', outcome = 'granted', decided_at = now() WHERE number = $1`,
    [number],
  );
  await dataSource.query(
    `INSERT INTO payment (id, case_number, element, item, amount_cents, order_no, pay_url, state, paid_at)
     VALUES ($1 || '/fee', $1, 'pay', '费用', 1, $1 || '/fee', 'http://localhost:9', 'paid', now())
     ON CONFLICT DO NOTHING`,
    [number],
  );
}
