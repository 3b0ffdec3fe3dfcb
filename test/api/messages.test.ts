/** Who may speak to cases by messages, and in whose name nobody may. */
import { openApiStage, type ApiStage } from './stage.js';

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage();
}, 120_000);
afterAll(() => stage?.close());

const say = async (account: string, path: string, body: object) =>
  (await stage.as(account)).call('POST', path, body);

describe('a message', () => {
  it('is not for whoever handles cases: publishing is a right of its own', async () => {
    for (const account of ['xt-window', 'hc-market-handler', 'hc-market-approver', 'supervisor']) {
      const answer = await say(account, '/api/messages', { name: 'go', key: 'k' });
      expect([account, answer.status]).toEqual([account, 403]);
    }
  });

  it.each(['payment', 'department-system', 'papers-received', 'Payment ', 'раyment'])(
    '“%s” is the platform’s own: nobody says it for the platform, as a message or as a signal',
    async (name) => {
      const refused = { status: 403, body: { code: 'message-of-the-platform' } };
      expect(await say('admin', '/api/messages', { name, key: 'k' })).toMatchObject(refused);
      expect(await say('admin', '/api/signals', { name })).toMatchObject(refused);
    },
  );
});
