/** What open pages hear without asking: that a case of theirs changed, and nothing of others'. */
import { signIn, type Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { shopSignDraft, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage({ workers: true });
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const ACCEPT = { accept: 'text/event-stream' };

interface Page {
  answer: Response;
  /** Numbers of the cases it was told of. */
  heard: (string | null)[];
  /** Whether its stream is over. */
  ended(): true | undefined;
  leave(): void;
}

/** An open page of somebody who is signed in. */
async function openPage(session: Session): Promise<Page> {
  const cookie = session
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const left = new AbortController();
  const answer = await fetch(`${stage.url}/api/events`, {
    headers: { ...ACCEPT, cookie },
    signal: left.signal,
  });
  const heard: (string | null)[] = [];
  let over: true | undefined;
  const read = async () => {
    const text = new TextDecoder();
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>)
      for (const [, data = ''] of text.decode(part).matchAll(/^data: (.*)$/gm))
        heard.push(...((JSON.parse(data) as { cases: string[] | null }).cases ?? [null]));
  };
  void read()
    .catch(() => undefined)
    .finally(() => (over = true));
  return { answer, heard, ended: () => over, leave: () => left.abort() };
}

it('tells who applied and who handles of a case, of each claim, and nobody else', async () => {
  const [zhang, urban, health] = [
    await stage.as('zhang'),
    await stage.as('xt-urban'),
    await stage.as('hc-health'),
  ];
  const [applicant, handler, stranger] = [
    await openPage(zhang),
    await openPage(urban),
    await openPage(health),
  ];
  expect(applicant.answer.status).toBe(200);
  expect(applicant.answer.headers.get('content-type')).toBe('text/event-stream');
  expect(applicant.answer.headers.get('cache-control')).toBe('no-store');
  const draft = await shopSignDraft(zhang);
  const { number } = await zhang.post<{ number: string }>('/api/cases', { draft });
  // Its first step is recorded by a worker, which is another process to the pages.
  for (const page of [applicant, handler])
    await eventually('the case to be told of', () =>
      Promise.resolve(page.heard.includes(number) || undefined),
    );
  const task = await eventually('its task', async () => {
    const path = `/api/tasks?case=${number}`;
    return (await urban.get<{ items: { id: string }[] }>(path)).items[0]?.id;
  });
  const before = handler.heard.length;
  await urban.put(`/api/tasks/${task}/claim`);
  await eventually('the claim to be told of', () =>
    Promise.resolve(handler.heard.length > before || undefined),
  );
  expect(stranger.heard).toEqual([]);
  for (const page of [applicant, handler, stranger]) page.leave();
}, 90_000);

it('ends with the session, and is opened by few pages of one session', async () => {
  const phone = await signIn(stage.url, 'wang', 'onestop');
  const pages = await Promise.all(Array.from({ length: 7 }, () => openPage(phone)));
  const statuses = pages.map(({ answer }) => answer.status).sort();
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  await phone.delete('/api/session');
  for (const page of pages)
    await eventually('the page to end', () => Promise.resolve(page.ended()));
  expect((await openPage(phone)).answer.status).toBe(401);
}, 60_000);

it('refuses who would wait for its end', async () => {
  const zhang = await stage.as('zhang');
  const { status, body } = await zhang.call<Problem>('GET', '/api/events');
  expect([status, body.code]).toEqual([406, 'event-stream-only']);
});

it('keeps no server from its end', async () => {
  const page = await openPage(await signIn(stage.url, 'wang', 'onestop'));
  expect(page.answer.status).toBe(200);
  const began = performance.now();
  await stage.app.close();
  expect(performance.now() - began).toBeLessThan(5_000);
  await eventually('the page to end', () => Promise.resolve(page.ended()));
}, 30_000);
