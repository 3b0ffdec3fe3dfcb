import { freePort, isFree } from './ports.js';

describe('free ports', () => {
  it('are each given once, however many ask before anybody listens', async () => {
    const ports = await Promise.all(Array.from({ length: 400 }, () => freePort()));
    expect(new Set(ports).size).toBe(ports.length);
    expect(await isFree(ports[0]!)).toBe(true);
  });
});
