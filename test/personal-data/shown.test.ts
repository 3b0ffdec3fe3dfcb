/** Numbers of people over HTTP: masked for who handles a case, in clear for a reason that is audited. */
import { draftOf, SHOP_SIGN, shopSignForm, upload, type Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { taskAt, type Case } from '../api/ways-stage.js';

interface Seen {
  masked: boolean;
  form: Record<string, string>;
  timeline: object[];
}

describe('a case with numbers of people', () => {
  let stage: ApiStage;
  let number: string;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    const zhang = await stage.as('zhang');
    const picture = (await upload(zhang)).body.id;
    const draft = await draftOf(zhang, SHOP_SIGN, shopSignForm, { 'sign-picture': [picture] });
    ({ number } = await zhang.post<Case>('/api/cases', { draft }));
    await taskAt(await stage.as('xt-urban'), number, 'record');
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  const { idNumber, phone } = shopSignForm;
  const MASKED = { idNumber: '210399********0024', phone: '199****0001' };
  const show = async (account: string, reason: string) =>
    (await stage.as(account)).call<Problem & Seen>('POST', `/api/cases/${number}/personal-data`, {
      reason,
    });

  it('shows its applicant their own, and its handlers masked ones', async () => {
    const own = await (await stage.as('zhang')).get<Seen>(`/api/cases/${number}`);
    expect([own.masked, own.form.idNumber, own.form.phone]).toEqual([false, idNumber, phone]);
    const desk = await stage.as('xt-urban');
    const seen = await desk.call<Seen>('GET', `/api/cases/${number}`);
    expect(seen.body).toMatchObject({ masked: true, form: MASKED });
    const id = await taskAt(desk, number, 'record');
    // Said of a task, a number stands in the case's timeline and in the task's history.
    await desk.call('PUT', `/api/tasks/${id}/claim`);
    await desk.call('DELETE', `/api/tasks/${id}/claim`);
    await stage.dataSource.query(`UPDATE timeline SET opinion = $2 WHERE task_id = $1`, [
      id,
      `请电联 ${phone}`,
    ]);
    const task = await desk.call<{ case: Seen }>('GET', `/api/tasks/${id}`);
    expect(task.body.case).toMatchObject({ masked: true, form: MASKED });
    for (const { body } of [seen, task]) {
      const told = JSON.stringify(body);
      expect([told.includes(idNumber), told.includes(phone)]).toEqual([false, false]);
    }
  });

  it('shows them to who is in charge and says why, and notes it', async () => {
    const shown = await show('xt-urban', `核对 ${idNumber} 与证件`);
    expect(shown.body.form).toMatchObject({ idNumber, phone });
    expect(JSON.stringify(shown.body.timeline)).toContain(`请电联 ${phone}`);
    const lines = await stage.dataSource.query<{ outcome: string; reason: string }[]>(
      `SELECT outcome, detail ->> 'reason' AS reason FROM audit WHERE act = 'case.show-personal'`,
    );
    expect(lines).toEqual([{ outcome: 'done', reason: `核对 ${MASKED.idNumber} 与证件` }]);
    expect((await show('xt-urban', ' ')).status).toBe(400);
  });

  it('shows them to nobody else, and tells a stranger nothing of the case', async () => {
    const other = await show('hc-market-handler', '看看');
    expect([other.status, other.body.code]).toEqual([403, 'case-of-another-department']);
    const stranger = await show('wang', '看看');
    expect([stranger.status, stranger.body.code]).toEqual([404, 'case-not-found']);
    expect(JSON.stringify(stranger.body)).not.toMatch(/张晓梅|店招|210399/);
  });
});
