import { openOperationsDoor } from './operations-server.js';

describe('the door for those who run the platform', () => {
  it('tells apart whether the process lives and whether it can serve', async () => {
    const parts = { database: true, temporal: true };
    const door = await openOperationsDoor('127.0.0.1:0', { ready: async () => parts });
    const ask = async (path: string) => {
      const answer = await fetch(door.url + path);
      return [answer.status, await answer.json()];
    };
    expect(await ask('/readyz')).toEqual([200, { status: 'up', parts }]);
    parts.temporal = false;
    expect(await ask('/readyz')).toEqual([503, { status: 'down', parts }]);
    expect(await ask('/livez')).toEqual([200, { status: 'up' }]);
    expect(await ask('/api/health')).toEqual([404, { status: 'unknown' }]);
    await door.close();
  });
});
