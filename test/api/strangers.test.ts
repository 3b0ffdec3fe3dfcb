/** Asks every operation of the OpenAPI document as somebody who may not. */
import { openApiStage, type ApiStage } from './stage.js';

/**
 * Open to everybody: health, the way to sign on and back, the catalogue and its guides, and whether a
 * document is genuine.
 */
const PUBLIC = new Set([
  'readHealth',
  'login',
  'loginCallback',
  'listItems',
  'listItemsInEnglish',
  'readItem',
  'readItemInEnglish',
  'verifyDocument',
  'compareDocument',
]);
/** Open to everybody who is signed in, because they are about oneself or about what is published. */
const OWN = new Set([
  'listNotifications',
  'countNotifications',
  'readNotifications',
  'readSession',
  'followEvents',
  'listSessions',
  'choosePost',
  'actFor',
  'listAuthorisations',
  'authorise',
  'logout',
  'readItemForm',
  'readSituation',
  'listRegions',
  'listDrafts',
  'createDraft',
  'listCases',
  'uploadFile',
  'readCredit',
  'listLicences',
]);
const EXAMPLES: Record<string, string> = {
  version: '1',
  id: '7d5f2f6e-34d1-4c0e-8a55-5b6b3c3a0f11',
};

/** What is looked up by POST is asked for rightly, so that only the asker is wrong. */
const BODIES: Record<string, object> = { readDraftSituation: { form: {}, materials: {} } };

interface Operation {
  method: string;
  path: string;
  id: string;
}

function operationsOf(stage: ApiStage): Operation[] {
  return Object.entries(stage.openapi.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { operationId?: string }>).map(
      ([method, { operationId }]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? 'none'),
        id: operationId ?? path,
      }),
    ),
  );
}

/** As a browser would: a few at a time; hundreds of connections at once are another test. */
const AT_ONCE = 8;

async function answers(
  operations: Operation[],
  ask: (operation: Operation) => Promise<number>,
): Promise<(readonly [string, number])[]> {
  const found: (readonly [string, number])[] = [];
  for (let from = 0; from < operations.length; from += AT_ONCE) {
    const few = operations.slice(from, from + AT_ONCE);
    found.push(...(await Promise.all(few.map(async (one) => [one.id, await ask(one)] as const))));
  }
  return found;
}

describe('a stranger', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage();
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  it('without a session gets 401 from every operation that is not public', async () => {
    const guarded = operationsOf(stage).filter(({ id }) => !PUBLIC.has(id));
    expect(guarded.length).toBeGreaterThan(30);
    const stranger = stage.stranger();
    const found = await answers(guarded, async ({ method, path }) => {
      return (await stranger.call(method, path, method === 'GET' ? undefined : {})).status;
    });
    expect(found.filter(([, status]) => status !== 401)).toEqual([]);
  }, 60_000);

  it('reads the catalogue and its guides', async () => {
    const stranger = stage.stranger();
    const { items } = await stranger.get<{ items: { code: string; name: string }[] }>('/api/items');
    const restaurant = items.find(({ name }) => name === '开饭店一件事');
    const guide = await stranger.get<{ materials: { heldAs: string | null }[] }>(
      `/api/items/${restaurant!.code}`,
    );
    expect(guide.materials.map(({ heldAs }) => heldAs)).toContain('business-licence');
  }, 60_000);

  it('with a session but no part in it is refused or told there is no such thing', async () => {
    const others = operationsOf(stage).filter(({ id }) => !PUBLIC.has(id) && !OWN.has(id));
    const wang = await stage.as('wang');
    const found = await answers(others, async ({ method, path, id }) => {
      const body = method === 'GET' ? undefined : (BODIES[id] ?? {});
      return (await wang.call(method, path, body)).status;
    });
    const refused = new Set([400, 401, 403, 404]);
    expect(found.filter(([, status]) => !refused.has(status))).toEqual([]);
    const leaks = found.filter(([id, status]) => status === 400 && /^(list|read)/.test(id));
    expect(leaks).toEqual([]);
  }, 60_000);
});
