/** What anybody learns of a paper and its licence: whether it holds, what became of it, and which check of its seal failed. */
import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { endLicence, newVersion, type FileSystemStorage } from '../../src/papers/index.js';
import { takeBackDocuments, writeDocuments } from '../../src/papers/official-documents/index.js';
import type { Verified } from '../../src/papers/official-documents/verification.js';
import { ProvinceGateway } from '../../src/province/gateway.js';
import { callsAt, ERRAND } from '../province/servers.js';
import type { Province } from '../../src/province/index.js';
import { verdictOf } from '../../web/src/portal/verdict.js';
import type { ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';
import { caseWith, documentsOf, MARKET } from './food-case.js';
import { day, openLicenceStage, type LicenceStage } from './licence-stage.js';

describe('verification', () => {
  let open: LicenceStage;
  let stage: ApiStage;
  let province: Province;
  let store: FileSystemStorage;

  beforeAll(async () => {
    open = await openLicenceStage();
    ({ stage, province, store } = open);
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const licensed: LicenceStage['licensed'] = (...of) => open.licensed(...of);
  const seal: LicenceStage['seal'] = (...of) => open.seal(...of);
  const parts = () => open.parts;

  const ask = async (name: string) =>
    (await stage.stranger().call<Verified>('GET', `/api/verification/${encodeURIComponent(name)}`))
      .body;

  const codeOf = async (caseNumber: string) =>
    (await documentsOf(stage.dataSource, caseNumber)).find(({ kind }) => kind === 'licence')!.code;

  const failed = ({ checks }: Verified) =>
    checks.filter(({ outcome }) => outcome !== 'passed').map((one) => [one.check, one.outcome]);

  it('finds a licence by its paper’s code, its number and its identifier, with its days', async () => {
    const { identifier, number, caseNumber } = await licensed(day(30));
    const code = await codeOf(caseNumber);
    for (const name of [code, number, identifier]) {
      const found = await ask(name);
      expect(found).toMatchObject({
        ...{ name: '食品经营许可证', life: { state: 'valid', since: null } },
        licence: { identifier, number, validFrom: day(-1), validTo: day(30), next: null },
      });
      expect(failed(found)).toEqual([]);
    }
    expect(await ask(code)).toMatchObject({
      code,
      applicant: '张*梅',
      item: '食品经营许可（餐饮服务）',
    });
    const unknown = await stage.stranger().call('GET', '/api/verification/JY12103810000000');
    expect(unknown.status).toBe(404);
  });

  it('tells who has only a number or an identifier nothing of whose it is, nor the code', async () => {
    const { identifier, number, caseNumber } = await licensed(day(30));
    const { number: other } = await caseWith(stage.dataSource);
    const reason = '张晓梅迁往千山区';
    const decided = { caseNumber: other, organisation: MARKET, reason };
    const version = { identifier, as: 'changed', issuedOn: day(0), ...decided } as const;
    const next = await newVersion(parts(), version);
    await seal(other, next.identifier, number);
    const codes = [await codeOf(caseNumber), await codeOf(other)];
    const held = await ask(codes[0]!);
    expect(held.life).toMatchObject({ state: 'changed', reason });
    expect(held.licence).toMatchObject({ reason, next: { code: codes[1] } });
    for (const name of [number, identifier, next.identifier]) {
      const found = await ask(name);
      expect(found).toMatchObject({ applicant: null, item: null, code: null, digest: null });
      for (const secret of [...codes, reason, '张', '晓梅', '餐饮服务'])
        expect(JSON.stringify(found)).not.toContain(secret);
    }
    expect((await ask(identifier)).life).toMatchObject({ state: 'changed', since: day(0) });
    // The page compares with what was asked.
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.pdf');
    const path = `/api/verification/${encodeURIComponent(number)}/comparison`;
    const compared = await stage.stranger().call<{ same: boolean }>('POST', path, form);
    expect([compared.status, compared.body.same]).toEqual([200, false]);
  });

  it('says of one that an earlier release ended what that release kept', async () => {
    const { identifier } = await licensed(day(30));
    await stage.dataSource.query(`UPDATE licence SET state = 'revoked' WHERE identifier = $1`, [
      identifier,
    ]);
    const { life, licence } = await ask(identifier);
    expect([life.state, licence!.state]).toEqual(['revoked', 'revoked']);
    const zhang = await stage.as('zhang');
    const { items } = await zhang.get<{ items: Record<string, unknown>[] }>('/api/licences');
    expect(items.find((one) => one.identifier === identifier)).toMatchObject({
      ...{ endedAs: 'revoked', qr: null },
    });
  });

  it('says that one has expired the day after its last, or is not in force yet', async () => {
    const { identifier } = await licensed(day(-1));
    expect((await ask(identifier)).life).toEqual({
      // Nobody decided so.
      ...{ state: 'expired', since: day(0), by: null, article: null, reason: null },
    });
    const dates = [identifier, day(2), day(90)];
    await stage.dataSource.query(
      `UPDATE licence SET issued_on = $2, valid_to = $3 WHERE identifier = $1`,
      dates,
    );
    expect((await ask(identifier)).life.state).toBe('not-yet');
  });

  it.each([
    ['changed', '行政许可法第四十九条'],
    ['renewed', '行政许可法第五十条'],
    ['replaced', null],
  ] as const)('leads from one that was %s to the one in force', async (as, article) => {
    const { identifier, number, ...old } = await licensed(day(30));
    const { number: caseNumber } = await caseWith(stage.dataSource);
    const decided = { caseNumber, organisation: MARKET, reason: '按申请办理' };
    const version = { identifier, as, issuedOn: day(0), ...decided };
    const next = await newVersion(parts(), version);
    await seal(caseNumber, next.identifier, number);
    const { life, licence } = await ask(await codeOf(old.caseNumber));
    expect(life).toEqual({
      ...{ state: as, since: day(0), by: '海城市市场监督管理局', article, reason: '按申请办理' },
    });
    expect(licence!.next).toMatchObject({ identifier: next.identifier });
    expect((await ask(licence!.next!.code!)).life.state).toBe('valid');
    expect((await ask(number)).licence!.identifier).toBe(next.identifier);
  });

  it.each([
    ['revoked', '行政许可法第六十九条', ['grant-decision', 'licence']],
    ['cancelled', '行政许可法第七十条', ['licence']],
  ] as const)('says that one was %s, with its papers', async (state, article, ended) => {
    const { identifier, caseNumber } = await licensed(null);
    const decided = { caseNumber, organisation: MARKET, reason: '以欺骗手段取得' };
    await endLicence(parts(), identifier, state, decided);
    const { life } = await ask(await codeOf(caseNumber));
    const by = '海城市市场监督管理局';
    expect(life).toEqual({ state, since: day(0), by, article, reason: '以欺骗手段取得' });
    const rows = await stage.dataSource.query<{ kind: string }[]>(
      `SELECT kind FROM official_document WHERE case_number = $1 AND ended_as = $2 ORDER BY kind`,
      [caseNumber, state],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(ended);
    const drafted = await documentsOf(stage.dataSource, caseNumber);
    const decisions = drafted.filter(({ kind }) =>
      /^(cancellation|revocation)-decision$/.test(kind),
    );
    expect(decisions.map(({ kind }) => kind)).toEqual([
      state === 'cancelled' ? 'cancellation-decision' : 'revocation-decision',
    ]);
    // Its holder still reads it, and is told.
    const { documents } = await (
      await stage.as('zhang')
    ).get<{ documents: { kind: string; endedAs: string | null }[] }>(`/api/cases/${caseNumber}`);
    expect(documents.find(({ kind }) => kind === 'licence')!.endedAs).toBe(state);
  });

  it('of a case that is void says void at once, and the province hears of it', async () => {
    const { identifier, caseNumber } = await licensed(day(30));
    const approver = await stage.as('hc-market-approver');
    const done = await approver.call<{ state: string }>(
      'POST',
      `/api/cases/${caseNumber}/legal-acts`,
      {
        ...{ act: 'void', reason: '重复录入' },
      },
    );
    expect([done.status, done.body.state]).toEqual([200, 'voided']);
    const found = await ask(await codeOf(caseNumber));
    expect(found.life).toMatchObject({ state: 'voided', since: day(0), reason: '重复录入' });
    expect(found.life.by).toBe('海城市市场监督管理局');
    const papers = await stage.dataSource.query<{ ended_as: string | null }[]>(
      `SELECT ended_as FROM official_document WHERE case_number = $1 AND state = 'issued'`,
      [caseNumber],
    );
    expect(papers.map((paper) => paper.ended_as)).toEqual(['voided', 'voided']);
    expect(await province.licences.verify(identifier)).toMatchObject({ valid: true });
    await stage.dataSource.query(`UPDATE licence SET end_next_at = now() WHERE NOT end_told`);
    await eventually('the province hears of it', async () =>
      (await province.licences.verify(identifier)).valid ? undefined : true,
    );
  }, 60_000);

  it('stands again with all its papers when the step that made its case void never happened', async () => {
    const { identifier, caseNumber } = await licensed(day(30));
    const step = { caseNumber, step: 9 };
    const told = { act: 'void', from: 'granted', to: 'voided', at: Date.now(), by: MARKET };
    await stage.dataSource.transaction((manager) =>
      writeDocuments(manager, { ...step, cause: 'command:9', moves: [told] }),
    );
    expect((await ask(identifier)).life.state).toBe('voided');
    await stage.dataSource.transaction((manager) => takeBackDocuments(manager, step));
    const { life, licence } = await ask(identifier);
    expect([life.state, licence!.state]).toEqual(['valid', 'valid']);
    const papers = await stage.dataSource.query<{ ended_as: string | null }[]>(
      `SELECT ended_as FROM official_document WHERE case_number = $1 AND state = 'issued'`,
      [caseNumber],
    );
    expect(papers.map((paper) => paper.ended_as)).toEqual([null, null]);
  });

  it('trusts the seal system’s certificate, not the key that is kept with the paper', async () => {
    const { identifier, caseNumber } = await licensed(null);
    const change = (what: string, ...values: unknown[]) =>
      stage.dataSource.query(
        `UPDATE official_document SET ${what} WHERE case_number = $1 AND kind = 'licence'`,
        [caseNumber, ...values],
      );
    // Whoever writes the database puts their own text, key and signature there: all fit each other.
    const forged = sm2.generateKeyPairHex();
    const other = Buffer.from('%PDF-1.7 伪造');
    await store.put('forged.pdf', other);
    const digest = createHash('sm3').update(other).digest('hex');
    const bytes = Uint8Array.from(Buffer.from(digest, 'hex'));
    const signature = sm2.doSignature(bytes, forged.privateKey, { hash: true, der: true });
    const [row] = await stage.dataSource.query<Record<string, string>[]>(
      `SELECT * FROM official_document WHERE case_number = $1 AND kind = 'licence'`,
      [caseNumber],
    );
    const mine = [digest, signature, forged.publicKey];
    await change(
      'file_key = $2, digest = $3, signature = $4, public_key = $5',
      'forged.pdf',
      ...mine,
    );
    expect(failed(await ask(identifier))).toEqual([['signature', 'failed']]);
    const { file_key: file, digest: was, signature: by, public_key: key } = row!;
    await change('file_key = $2', file);
    expect(failed(await ask(identifier))).toEqual([
      ['signature', 'failed'],
      ['original', 'failed'],
    ]);
    await change('digest = $2, signature = $3, public_key = $4', was, by, key);
    expect(failed(await ask(identifier))).toEqual([]);
    await change(`file_key = 'forged.pdf'`);
    expect(failed(await ask(identifier))).toEqual([['original', 'failed']]);
    await change(`file_key = 'nowhere.pdf'`);
    expect(failed(await ask(identifier))).toEqual([['original', 'unknown']]);
    await change(`file_key = $2, organisation_id = 'o-210381-fire'`, file);
    expect(failed(await ask(identifier))).toEqual([['owner', 'failed']]);
    await change(`organisation_id = $2, seal_id = 'seal-nobody'`, MARKET);
    expect(failed(await ask(identifier))[0]).toEqual(['certificate', 'failed']);
  });

  it.each([
    ['passed', 'valid', 'valid'],
    ['unknown', 'valid', 'unsure'],
    ['unknown', 'revoked', 'ended'],
    ['passed', 'expired', 'ended'],
    ['failed', 'revoked', 'broken'],
  ] as const)(
    'is told by the page first, of a check that is %s and a paper that is %s, as %s',
    (outcome, state, verdict) => {
      const life = { state, since: null, by: null, article: null, reason: null };
      const passed = { check: 'certificate', outcome: 'passed' } as const;
      expect(verdictOf({ checks: [passed, { check: 'original', outcome }], life })).toBe(verdict);
    },
  );

  it('knows a seal that is no longer good', async () => {
    const owner = 'o-210381-transport';
    const { identifier, caseNumber } = await licensed(null, owner);
    const gateway = new ProvinceGateway({ url: stage.standIn.url, secret: open.secret }, ERRAND);
    await gateway.post(`/seals/seal-${owner}/revocation`, {});
    // What it signed before stays signed.
    expect(failed(await ask(identifier))).toEqual([]);
    const [asked] = await callsAt(stage.standIn.url, '?actor=system:verification');
    expect(asked).toMatchObject({ matter: `seal:seal-${owner}`, purpose: '核验文书印章' });
    const later = new Date(Date.now() + 60_000);
    await stage.dataSource.query(
      `UPDATE official_document SET signed_at = $2 WHERE case_number = $1 AND kind = 'licence'`,
      [caseNumber, later],
    );
    expect(failed(await ask(identifier))).toEqual([['in-force', 'failed']]);
  });

  it('knows when the seal system is away', async () => {
    const { identifier } = await licensed(null, 'o-210381-fire');
    stage.standIn.faults().set({ match: '/seals', mode: 'error' });
    expect(failed(await ask(identifier))).toEqual(
      ['certificate', 'owner', 'in-force', 'signature'].map((check) => [check, 'unknown']),
    );
    stage.standIn.faults().clear();
  });
});
