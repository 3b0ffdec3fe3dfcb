import { openOperationsDoor, placeOf } from './operations-server.js';

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

  it('takes an address of IPv4, IPv6 or by name, and refuses others', () => {
    expect(placeOf('0.0.0.0:9464')).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(placeOf('[::]:9464')).toEqual({ host: '::', port: 9464 });
    expect(placeOf('localhost:1')).toEqual({ host: 'localhost', port: 1 });
    for (const wrong of ['9464', ':9464', 'localhost', 'localhost:99999'])
      expect(() => placeOf(wrong)).toThrow('不是“地址:端口”');
  });
});
