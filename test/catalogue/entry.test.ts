/** A draft on its way into the catalogue: who may do what when, and that there is no other way. */
import { demonstrationItems } from '../../src/catalogue/index.js';
import type { ItemEntryDto } from '../../src/handling/entries/entry.dto.js';
import { settleDemonstration } from '../../src/install/demonstration/settle.js';
import type { Session } from '../../tools/session/sign-in.js';
import { dateOf } from '../../workflows/clock/index.js';
import type { Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { handle } from '../api/ways-stage.js';
import { eventually } from '../workflow/stage.js';

const CODE = '210125009901';
const PATH = `/api/catalogue/items/${CODE}`;
const TODAY = dateOf(Date.now());

/** A case of a dozen steps, on a machine busy with other tests; ms. */
const SLOW = 60_000;

let stage: ApiStage;
let author: Session;
let reviewer: Session;
let lawyer: Session;
let keeper: Session;

const draft = (change: object = {}) => ({
  ...demonstrationItems().find(({ processId }) => processId === 'small-catering')!,
  ...{ code: CODE, name: '集市摊位食品经营备案', area: '210381', ...change },
});
const save = (item: object, by = author) =>
  by.call<{ revision: string } & Problem>('PUT', `${PATH}/draft`, { item });
const entry = (by: Session) => by.get<ItemEntryDto>(`${PATH}/entry`);
const code = async (answer: Promise<{ status: number; body: Problem }>) => (await answer).body.code;

/** The draft handed in. @returns the number of its case */
async function handIn(): Promise<string> {
  const { body } = await save(draft());
  await author.post(`${PATH}/entry`, { revision: body.revision });
  return (await entry(author)).running!.caseNumber;
}

const comment = (by: Session, place: string) =>
  by.call<Problem>('POST', `${PATH}/entry/comments`, { place, words: '请写明依据' });

beforeAll(async () => {
  stage = await openApiStage({ workers: true });
  await settleDemonstration(stage.dataSource);
  [author, reviewer, lawyer, keeper] = (await Promise.all(
    ['hc-author', 'as-item-reviewer', 'as-legality', 'as-keeper'].map((one) => stage.as(one)),
  )) as [Session, Session, Session, Session];
}, 120_000);
afterAll(() => stage?.close(), 30_000);

it('is published by this way alone', async () => {
  const { body } = await save(draft(), keeper);
  const terms = { effectiveFrom: TODAY, revision: body.revision };
  const publish = (by: Session) =>
    code(by.call<Problem>('POST', `${PATH}/draft/publication`, terms));
  expect(await publish(keeper)).toBe('published-by-its-way');
  expect(await publish(await stage.as('admin'))).toBe('published-by-its-way');
  expect(
    await code(
      (await stage.as('zhang')).call<Problem>('POST', '/api/drafts', {
        ...{ item: '219900002000', region: '210381' },
      }),
    ),
  ).toBe('handed-in-elsewhere');
});

it('is not handed in with faults, by another department, or otherwise than it was seen', async () => {
  const { body } = await save(draft({ limits: undefined }));
  const give = (revision: string, by = author) =>
    code(by.call<Problem>('POST', `${PATH}/entry`, { revision }));
  expect(await give(body.revision)).toBe('invalid-item');
  await save(draft());
  expect(await give(body.revision)).toBe('draft-changed');
  expect(
    await code(reviewer.call<Problem>('POST', `${PATH}/entry`, { revision: body.revision })),
  ).toBe('not-your-role');
});

it(
  'stays as it is while others look it through, comes back with each comment, and is published in the end',
  async () => {
    const number = await handIn();
    expect(await code(save(draft({ name: '改名' })))).toBe('draft-under-review');
    const task = () => entry(reviewer).then((now) => now.task ?? undefined);
    expect(await eventually('it is to review', task)).toMatchObject({ name: '主管部门审核' });
    expect(await entry(lawyer)).toMatchObject({ task: null, mayComment: false });

    // Who reviews comments at an element; nobody else does.
    expect((await comment(lawyer, '/name')).body.code).toBe('not-your-review');
    expect((await comment(reviewer, '/nothing')).body.code).toBe('no-such-element');
    const giveBack = { outcome: 'return', opinion: '' };
    expect((await handle(reviewer, number, 'review', giveBack)).body.code).toBe('reasons-missing');
    expect((await comment(reviewer, '/limits/promised/days')).status).toBe(204);
    await handle(reviewer, number, 'review', giveBack);

    // The author answers it, changes the draft and hands it in again, from the workbench.
    const { comments, running } = await eventually('it comes back', async () => {
      const now = await entry(author);
      return now.running?.withAuthor ? now : undefined;
    });
    expect(running).toMatchObject({ step: '修改草稿', departmentName: '海城市市场监督管理局' });
    expect(comments).toMatchObject([
      { pointer: '/limits/promised/days', by: '彭立群', answer: null },
    ]);
    const again = { outcome: 'hand-in', opinion: '' };
    expect((await handle(author, number, 'revise', again)).body.code).toBe('comments-unanswered');
    const answered = `${PATH}/entry/comments/${comments[0]!.id}/answer`;
    expect(await code(reviewer.call<Problem>('POST', answered, { answer: '略' }))).toBe(
      'not-your-role',
    );
    await author.call('POST', answered, { answer: '已按第三条改写' });
    expect((await save(draft({ name: '集市摊位食品经营备案（改）' }))).status).toBe(200);
    await handle(author, number, 'revise', again);

    await handle(reviewer, number, 'review', { outcome: 'agree' });
    await handle(lawyer, number, 'legality', { outcome: 'agree' });
    const publication = (effectiveFrom: string) =>
      handle(keeper, number, 'publish', { outcome: 'publish', form: { effectiveFrom } });
    expect((await publication('2020-01-01')).body.code).toBe('form-invalid');
    await publication(TODAY);
    const { entries } = await eventually('it is published', async () => {
      const now = await entry(author);
      return now.entries[0]?.version === 1 && now.entries[0].ended ? now : undefined;
    });
    expect(entries).toMatchObject([{ caseNumber: number, handedInBy: '蒋晓燕', version: 1 }]);
    const { versions } = await author.get<{ versions: object[] }>(`${PATH}/history`);
    expect(versions).toMatchObject([{ version: 1, draftedBy: '蒋晓燕', createdBy: '乔志刚' }]);
    const kinds = await stage.dataSource.query<{ kind: string }[]>(
      `SELECT kind FROM timeline WHERE case_number = $1 AND kind LIKE 'item-%' ORDER BY id`,
      [number],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['item-comment', 'item-answer']);
  },
  SLOW,
);

it('is the author’s again once they take it back', async () => {
  const number = await handIn();
  await author.post(`/api/cases/${number}/withdrawal`, { reason: '还要再改' });
  await eventually('it is free', async () => ((await entry(author)).running ? undefined : true));
  expect((await save(draft({ name: '集市摊位食品经营备案（再改）' }))).status).toBe(200);
});
