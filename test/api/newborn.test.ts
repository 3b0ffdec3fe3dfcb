/** 新生儿出生一件事: looked at online, one set of papers, items one after another and beside each other. */
import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { XIANGTANG, upload } from './applications.js';
import { newField, publishWith } from './form-fields.js';
import { openApiStage, type ApiStage } from './stage.js';
import { applicationOf, handle, type Case } from './ways-stage.js';

const NEWBORN = '212099002000';

const form = {
  motherName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  babyName: '张小满',
  babySex: 'female',
  birthDate: '2026-11-20',
  birthPlace: '海城市中心医院',
  certificate: 'here',
  follow: 'mother',
  householdAddress: '海城市响堂街道箭楼社区（演示）',
  vaccination: true,
  insurance: true,
  socialCard: false,
  deliveryMethod: 'window',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};

interface Matter extends Case {
  children: { number: string; key: string | null; state: string }[];
  materials: { code: string; fileId: string | null }[];
}

const granted = { outcome: 'grant', form: { reason: '符合条件。' } };
const refused = { outcome: 'refuse', form: { reason: '落户一方在本市没有常住户口。' } };

describe('a newborn child', () => {
  let stage: ApiStage;
  let zhang: Session;
  let window: Session;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    zhang = await stage.as('zhang');
    window = await stage.as('xt-window');
  }, 240_000);
  afterAll(() => stage?.close(), 30_000);

  const matterOf = (number: string) => zhang.get<Matter>(`/api/cases/${number}`);

  async function submitted(results: string): Promise<string> {
    const filled = { ...form, results };
    const chosen = { materials: ['birth-record'], region: XIANGTANG };
    const draft = await applicationOf(zhang, NEWBORN, filled, chosen);
    return (await zhang.post<Case>('/api/cases', { draft })).number;
  }

  const child = (number: string, key: string) =>
    eventually(`child ${key}`, async () => {
      const { children } = await matterOf(number);
      return children.find((one) => one.key === key)?.number;
    });

  /** Decided by its own department, on the spot. */
  async function decide(number: string, key: string, account: string, answer: object) {
    const part = await child(number, key);
    const { status, body } = await handle(await stage.as(account), part, 'decide', { ...answer });
    expect([status, body.code]).toEqual([200, undefined]);
    return part;
  }

  /** As soon as everything that belongs to it is decided and sealed; a refusal for anything else is told. */
  async function handedOut(number: string): Promise<void> {
    const waitedFor = ['nothing-to-deliver', 'results-not-complete', 'result-not-sealed'];
    let refusal = '';
    await eventually(
      () => `${number} handed out (${refusal})`,
      async () => {
        const signature = { receiver: '张晓梅', paperKind: 'id-card' };
        const path = `/api/cases/${number}/delivery/handing`;
        const { status, body } = await window.call<{ code?: string }>('POST', path, signature);
        if (status === 200) return true;
        refusal = JSON.stringify(body);
        expect(waitedFor).toContain(body.code);
        return undefined;
      },
    );
  }

  const keys = async (number: string) =>
    (await matterOf(number)).children.map(({ key }) => key).sort();

  it('is sent back online, mended, collected, and goes through five offices with one set of papers', async () => {
    const number = await submitted('together');
    const back = await handle(window, number, 'preReview', {
      ...{ outcome: 'return', opinion: '章看不清' },
      form: { materials: [{ code: 'birth-record', problem: '助产机构的章看不清' }] },
    });
    expect(back.body.state).toBe('sent-back');
    const newer = (await upload(zhang)).body.id;
    await zhang.post(`/api/cases/${number}/supplement`, {
      materials: { 'birth-record': [newer] },
    });
    // A part has the form that the matter was handed in with, whatever was published since.
    await publishWith(await stage.as('admin'), 'newborn', { twin: newField('yes-no', '双胞胎') });
    await handle(window, number, 'preReview', { outcome: 'pass' });
    await handle(window, number, 'collect', { outcome: 'accept' });

    const certificate = await decide(number, 'A', 'hc-health', granted);
    const { materials } = await (
      await stage.as('hc-health')
    ).get<Matter>(`/api/cases/${certificate}`);
    expect(materials.map(({ fileId }) => fileId)).toContain(newer);
    const forms = await stage.dataSource.query<{ form_version: number }[]>(
      `SELECT form_version FROM cases WHERE number IN ($1, $2)`,
      [number, certificate],
    );
    expect(forms).toEqual([{ form_version: 1 }, { form_version: 1 }]);
    // Nobody registers a child before its certificate, nor insures it before the register.
    expect(await keys(number)).not.toContain('C');
    await decide(number, 'B', 'xt-police', granted);
    await decide(number, 'C', 'hc-insurance', granted);
    await decide(number, 'E', 'xt-civil', granted);
    expect(await keys(number)).toEqual(['A', 'B', 'C', 'E']);
    const licences = await eventually('four results', async () => {
      const { licences: issued } = await matterOf(number);
      return issued.length === 4 ? issued : undefined;
    });
    expect(licences).toHaveLength(4);

    await handedOut(number);
    await eventually('each item delivered', async () => {
      const { children } = await matterOf(number);
      return children.every(({ state }) => state === 'delivered') || undefined;
    });
  }, 240_000);

  it('keeps the certificate when the register refuses, begins nothing after it, and gives what is done as it comes', async () => {
    const number = await submitted('separate');
    await handle(window, number, 'preReview', { outcome: 'pass' });
    await handle(window, number, 'collect', { outcome: 'accept' });
    const certificate = await decide(number, 'A', 'hc-health', granted);
    await handedOut(certificate);
    const register = await decide(number, 'B', 'xt-police', refused);
    await decide(number, 'E', 'xt-civil', granted);
    await eventually('the handing over', async () => {
      const { items } = await window.get<{ items: { element: string }[] }>(
        `/api/tasks?case=${number}`,
      );
      return items.some(({ element }) => element === 'handOver') || undefined;
    });
    expect(await keys(number)).toEqual(['A', 'B', 'E']);
    const { children } = await matterOf(number);
    const stateOf = (one: string) => children.find((part) => part.number === one)!.state;
    expect([stateOf(certificate), stateOf(register)]).toEqual(['delivered', 'refused']);
    const { licences } = await matterOf(number);
    expect(licences).toHaveLength(2);
  }, 240_000);
});
