import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import type { DataSource } from 'typeorm';
import { createAdapterActivities } from '../../activities/index.js';
import type { Json } from '../../bpmn/engine/index.js';
import type { Province as StandIn } from '../../province/server.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { licencesOfCases, licencesOfHolder } from '../../src/papers/licences/index.js';
import { createProvince } from '../../src/province/index.js';
import type { AdapterActivities } from '../../workflows/contracts/case.js';
import { createTestDatabase, PAYLOAD_KEYS } from '../servers/index.js';
import { callsAt, SECRET, startStandIn } from './servers.js';
import { grantTestCase, openTestCase, smallTown } from './stage.js';

describe('the adapters of the service tasks', () => {
  let dataSource: DataSource;
  let standIn: StandIn;
  let activities: AdapterActivities;
  let storageDir: string;

  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase(smallTown), PAYLOAD_KEYS);
    standIn = await startStandIn('http://localhost:9');
    storageDir = mkdtempSync(join(tmpdir(), 'storage-'));
    const config = {
      provinceUrl: standIn.url,
      provinceSecret: SECRET,
      storageDir,
      publicUrl: 'http://localhost:9',
    };
    activities = createAdapterActivities({
      dataSource,
      config,
      // Late only where the test lets it be: a machine busy with other tests answers after a second.
      province: createProvince(config, 10_000),
    });
  });
  afterEach(() => standIn.faults.clear());
  afterAll(async () => {
    await standIn.close();
    await dataSource.destroy();
  });

  const call = (caseNumber: string, adapter: string, input: Json = null, occurrence = '1') =>
    activities.callAdapter({
      key: `${caseNumber}/${adapter}~${occurrence}`,
      caseNumber,
      element: adapter,
      occurrence,
      adapter,
      input,
    });

  it('order the fee once, also when the first answer is lost and the call repeated', async () => {
    const number = await openTestCase(dataSource, 'road');
    const input = { fee: '城市道路占用费', quantity: 240 };
    standIn.faults.set({ match: '/payments', mode: 'lost-answer', times: 1 });
    await expect(call(number, 'payment', input)).rejects.toMatchObject({
      name: 'ProvinceUnavailable',
    });
    const first = await call(number, 'payment', input);
    await expect(call(number, 'payment', input)).resolves.toEqual(first);
    const payments = await dataSource.query(
      `SELECT amount_cents, state, order_no FROM payment WHERE case_number = $1`,
      [number],
    );
    expect(payments).toEqual([
      { amount_cents: 12_000, state: 'ordered', order_no: (first as { orderNo: string }).orderNo },
    ]);
  });

  it('make no order for a free item', async () => {
    const number = await openTestCase(dataSource, 'free');
    standIn.faults.set({ match: '/payments', mode: 'refused' });
    await expect(call(number, 'payment')).resolves.toEqual({ required: false });
  });

  it('issue one licence for a case, even when the diagram asks again', async () => {
    const number = await openTestCase(dataSource, 'road', { businessName: '晓梅饭店' });
    await grantTestCase(dataSource, number);
    const first = await call(number, 'license', { operation: 'issue' });
    await expect(call(number, 'license', { operation: 'issue' }, '2')).resolves.toEqual(first);
    const rows = await dataSource.query(
      `SELECT kind, holder_person, issuer_org, data, valid_to > issued_on AS "ends"
         FROM licence WHERE case_number = $1`,
      [number],
    );
    expect(rows).toEqual([
      {
        kind: '临时占用城市道路许可证',
        holder_person: 'zhang',
        issuer_org: 'o-housing',
        data: { businessName: '晓梅饭店' },
        ends: true,
      },
    ]);
    const shown = [
      { caseNumber: number, issuer: '海城市住房和城乡建设局', sealed: false, ...(first as object) },
    ];
    await expect(licencesOfCases(dataSource.manager, [number])).resolves.toMatchObject(shown);
    const held = await licencesOfHolder(dataSource.manager, 'zhang');
    expect(held).toMatchObject(shown);
  });

  it('end a licence on the day the diagram gives', async () => {
    const number = await openTestCase(dataSource, 'road');
    await grantTestCase(dataSource, number);
    await call(number, 'license', { validTo: '2026-12-31' });
    const [licence] = await licencesOfCases(dataSource.manager, [number]);
    expect(licence?.validTo).toBe('2026-12-31');
  });

  it('take from the row what the diagram takes from the form, whatever the form has become', async () => {
    const number = await openTestCase(dataSource, 'dated', { occupyTo: '2026-12-31', name: '张' });
    await grantTestCase(dataSource, number);
    const license = {
      ...{ id: 'license', type: 'serviceTask', adapter: 'license', inputs: [], outputs: [] },
      input: { feel: '{operation: "issue", validTo: form.occupyTo, by: decide.day}' },
    };
    const model = { id: 'p', called: {}, body: { flows: [], elements: { license } } };
    await dataSource.query(
      `INSERT INTO process_version (process_id, version, name, hash, model, xml, state, created_by, published_at)
       VALUES ('p', 1, 'p', 'h', $1, '<a/>', 'retired', 'test', now())`,
      [JSON.stringify(model)],
    );
    const { identifier } = (await call(number, 'license', {
      ...{ operation: 'issue', validTo: '2099-12-31', by: null },
    })) as { identifier: string };
    await dataSource.query(`DELETE FROM process_version WHERE hash = 'h'`);
    const issued = await licencesOfCases(dataSource.manager, [number]);
    expect(issued).toMatchObject([{ identifier, validTo: '2026-12-31' }]);
  });

  it('seal a licence and a notice with a signature over exactly what is kept', async () => {
    const number = await openTestCase(dataSource, 'road');
    await grantTestCase(dataSource, number);
    const licence = (await call(number, 'license')) as { identifier: string };
    await call(number, 'seal', { document: 'licence', licence: licence.identifier });
    await call(number, 'seal', { document: 'receipt', reason: null }, '2');
    const rows = await dataSource.query<
      {
        file_key: string;
        number: string;
        digest: string;
        signature: string;
        public_key: string;
      }[]
    >(`SELECT * FROM official_document WHERE case_number = $1 AND state = 'issued'`, [number]);
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.number)).toContain(
      `海住建备字〔${new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 4)}〕第1号`,
    );
    for (const { file_key: file, digest, signature, public_key: publicKey } of rows) {
      const kept = readFileSync(join(storageDir, file));
      expect(createHash('sm3').update(kept).digest('hex')).toBe(digest);
      const bytes = Uint8Array.from(Buffer.from(digest, 'hex'));
      const options = { hash: true, der: true };
      expect(sm2.doVerifySignature(bytes, signature, publicKey, options)).toBe(true);
    }
    const [kept] = await dataSource.query<{ seal_signature: string }[]>(
      `SELECT seal_signature FROM licence WHERE case_number = $1`,
      [number],
    );
    expect(rows.map((row) => row.signature)).toContain(kept?.seal_signature);
  });

  it('seal no document of a body without 机关代字, and say who can mend it', async () => {
    const number = await openTestCase(dataSource, 'free');
    await dataSource.query(`DELETE FROM document_word`);
    const asked = call(number, 'seal', { document: 'receipt' });
    await expect(asked).rejects.toThrow('还没有登记机关代字');
    await dataSource.query(
      `INSERT INTO document_word (organisation_id, word) VALUES ('o-housing', '海住建')`,
    );
    await expect(call(number, 'seal', { document: 'receipt' })).resolves.toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('keep what sharing yields in the database and give the diagram only codes', async () => {
    const number = await openTestCase(dataSource, 'free', { idNumber: '210399194303150088' });
    const known = await call(number, 'exchange', { dataset: 'population' });
    expect(known).toMatchObject({ found: true, alive: true, householdRegion: '210381003009' });
    expect(JSON.stringify(known)).not.toContain('赵桂兰');
    const [row] = await dataSource.query<{ records: { name: string }[] }[]>(
      `SELECT records FROM exchange_record WHERE case_number = $1`,
      [number],
    );
    expect(row?.records[0]?.name).toBe('赵桂兰');
    const registration = { dataset: 'business-registration', creditCode: '92210399MA0XT0013G' };
    await expect(call(number, 'exchange', registration, '2')).resolves.toEqual({
      found: true,
      state: 'active',
    });
  });

  it('say in whose case, for which body and to what end they ask, and keep that nobody answered', async () => {
    const number = await openTestCase(dataSource, 'road', { idNumber: '210399194303150088' });
    await grantTestCase(dataSource, number);
    const kept = () =>
      dataSource.query<object[]>(
        `SELECT dataset, element, outcome, reason, attempts FROM exchange_record
          WHERE case_number = $1 ORDER BY at`,
        [number],
      );
    standIn.faults.set({ match: '/exchange', mode: 'error', times: 1 });
    await expect(call(number, 'exchange', { dataset: 'population' })).rejects.toThrow('503');
    const away = { dataset: 'population', element: 'exchange', outcome: 'away', attempts: 1 };
    expect(await kept()).toEqual([{ ...away, reason: expect.stringContaining('503') }]);
    await call(number, 'exchange', { dataset: 'population' });
    expect(await kept()).toEqual([{ ...away, outcome: 'answered', reason: null, attempts: 2 }]);
    standIn.faults.set({ match: '/licenses', mode: 'refused', times: 1 });
    await expect(call(number, 'license')).rejects.toThrow('演练');
    expect(await kept()).toMatchObject([{}, { dataset: 'licenses', outcome: 'refused' }]);
    const { identifier } = (await call(number, 'license')) as { identifier: string };
    await call(number, 'seal', { document: 'licence', licence: identifier });
    await call(number, 'department-system', { system: 'fire' });
    await call(number, 'payment', { quantity: 1 });
    const calls = await callsAt(standIn.url, `?matter=case:${number}`);
    const common = { applicant: 'zhang', body: 'o-housing', purpose: expect.any(String) };
    const asked = ['exchange', 'license', 'seal', 'department-system', 'payment'] as const;
    for (const element of asked)
      expect(calls).toContainEqual(
        expect.objectContaining({ ...common, actor: `system:process/${element}` }),
      );
  });

  it('tell the applicant once and push the result to the regulator', async () => {
    const number = await openTestCase(dataSource, 'free');
    await call(number, 'notify', { text: '请到窗口领取。' });
    await call(number, 'notify', { text: '请到窗口领取。' });
    const told = await dataSource.query(
      `SELECT person_id, text FROM notification WHERE case_number = $1`,
      [number],
    );
    expect(told).toEqual([{ person_id: 'zhang', text: '请到窗口领取。' }]);
    await expect(call(number, 'regulation-push')).resolves.toEqual({ pushed: 0 });
  });

  it('hand a case over to a department system once', async () => {
    const number = await openTestCase(dataSource, 'free');
    const first = await call(number, 'department-system', { system: 'fire' });
    await expect(call(number, 'department-system', { system: 'fire' })).resolves.toEqual(first);
  });

  it('leave a refusal to a person and try the rest again', async () => {
    const number = await openTestCase(dataSource, 'road');
    await grantTestCase(dataSource, number);
    standIn.faults.set({ match: '/licenses', mode: 'refused', times: 1 });
    await expect(call(number, 'license')).rejects.toMatchObject({
      type: 'adapter-refused',
      nonRetryable: true,
      message: '省平台拒绝办理（演练）。（switched-refusal）',
    });
    standIn.faults.set({ match: '/licenses', mode: 'error', times: 1 });
    await expect(call(number, 'license')).rejects.toMatchObject({ name: 'ProvinceUnavailable' });
    await expect(call(number, 'license')).resolves.toHaveProperty('identifier');
  });

  it('refuse what the diagram has wrong, by the element', async () => {
    const number = await openTestCase(dataSource, 'road');
    await expect(call(number, 'tea-leaves')).rejects.toMatchObject({ type: 'adapter-refused' });
    await expect(call(number, 'payment', { fee: '茶位费' })).rejects.toThrow('茶位费');
    await expect(call(number, 'payment', { quantity: -1 }, '2')).rejects.toThrow('计费数量');
    await expect(call(number, 'exchange', {})).rejects.toThrow('缺少输入 dataset');
  });

  it('act on the law’s ground alone, whatever the diagram says', async () => {
    const number = await openTestCase(dataSource, 'road');
    const refused = (text: string) => ({
      type: 'adapter-refused',
      message: expect.stringContaining(text) as string,
    });
    const set = (columns: string) =>
      dataSource.query(`UPDATE cases SET ${columns} WHERE number = $1`, [number]);
    const calls = (): [string, Json][] => [
      ['license', { operation: 'issue' }],
      ['license', { operation: 'cancel' }],
      ['license', { operation: 'renew' }],
      ['seal', { document: 'licence', licence: 'x' }],
      ['benefit-list', { tier: '80-89' }],
    ];
    const allRefused = async (text: string) => {
      for (const [adapter, input] of calls())
        await expect(call(number, adapter, input)).rejects.toMatchObject(refused(text));
    };
    // Neither before a decision, nor after a refusal, nor unpaid, nor once it is void.
    await allRefused('没有有效的准予决定');
    await set(`state = 'refused', outcome = 'refused', decided_at = now()`);
    await allRefused('没有有效的准予决定');
    await set(`state = 'granted', outcome = 'granted'`);
    await allRefused('费用还没有缴清');
    await grantTestCase(dataSource, number);
    await set(`state = 'voided'`);
    await allRefused('没有有效的准予决定');
    for (const [document, text] of [
      ['refusal-notice', '不予'],
      ['not-accepted-decision', '不予受理'],
      ['acceptance-notice', '没有受理'],
    ] as const)
      await expect(call(number, 'seal', { document, reason: '…' }, document)).rejects.toMatchObject(
        refused(text),
      );
    // To revoke needs that decision, and a case of one’s own family.
    const revoke = { operation: 'revoke' };
    await expect(call(number, 'license', revoke)).rejects.toMatchObject(refused('撤销许可的决定'));
    const other = await openTestCase(dataSource, 'free');
    await dataSource.query(
      `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state, data)
       VALUES ($1, 1, 'test', now(), 'revoke', 'granted', 'granted', '{}')`,
      [number],
    );
    await expect(call(number, 'license', { ...revoke, case: other })).rejects.toMatchObject(
      refused('无关'),
    );
    await expect(call(number, 'license', revoke)).resolves.toEqual({ revoked: 0 });
  });

  it('act on no grant by who accepted it, with gaps or without, where the item wants two', async () => {
    const number = await openTestCase(dataSource, 'two-hands');
    await grantTestCase(dataSource, number);
    const move = (act: string) =>
      dataSource.query(
        `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state, data, person_id)
         VALUES ($1, 1, $2, now(), $2, 'granted', 'granted', '{}', 'zhang')`,
        [number, act],
      );
    await move('grant');
    for (const act of ['accept', 'accept-with-gaps']) {
      await move(act);
      await expect(call(number, 'license', null, act)).rejects.toThrow('受理和准予是同一人所为');
      await dataSource.query(`DELETE FROM legal_move WHERE act = $1`, [act]);
    }
    await expect(call(number, 'license')).resolves.toHaveProperty('identifier');
  });

  it('change no licence that is another’s, or is valid no longer', async () => {
    const first = await openTestCase(dataSource, 'road');
    await grantTestCase(dataSource, first);
    const { identifier } = (await call(first, 'license')) as { identifier: string };
    const about = async (licence: string, applicant = 'zhang') => {
      const number = await openTestCase(dataSource, 'free', { licence });
      await grantTestCase(dataSource, number);
      await dataSource.query(`UPDATE cases SET applicant_id = $2 WHERE number = $1`, [
        number,
        applicant,
      ]);
      return number;
    };
    await dataSource.query(`INSERT INTO person (id, account, name, subject, kind)
      VALUES ('li', 'li', '李国栋', 'p-li', 'natural')`);
    const [strange, own, later] = [
      await about(identifier, 'li'),
      await about(identifier),
      await about(identifier),
    ];
    const unknown = await about('1.2156.3003.none');
    for (const operation of ['cancel', 'change', 'renew', 'replace'])
      for (const number of [strange, unknown])
        await expect(call(number, 'license', { operation }, operation)).rejects.toMatchObject({
          type: 'adapter-refused',
          message: expect.stringContaining('申请人没有标识为') as string,
        });
    const [{ state }] = await dataSource.query<[{ state: string }]>(
      `SELECT state FROM licence WHERE identifier = $1`,
      [identifier],
    );
    expect(state).toBe('valid');
    const changed = await call(own, 'license', { operation: 'change' });
    // Asked for once more, it is the same version; another case finds it replaced.
    await expect(call(own, 'license', { operation: 'change' }, '2')).resolves.toEqual(changed);
    for (const operation of ['cancel', 'renew'])
      await expect(call(later, 'license', { operation }, operation)).rejects.toThrow('已经失效');
  });

  it('issue a licence whose fee is to be paid before nothing', async () => {
    const number = await openTestCase(dataSource, 'charged-later');
    await dataSource.query(
      `UPDATE cases SET state = 'granted', outcome = 'granted', decided_at = now() WHERE number = $1`,
      [number],
    );
    const issued = await call(number, 'license', { operation: 'issue' });
    expect(issued).toMatchObject({ number: expect.any(String) as string });
  });
});
