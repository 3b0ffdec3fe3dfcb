import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { scanForViruses } from './virus-scanner.js';

/** A scanner that takes everything and never answers. */
let silent: Server;
let port: number;
beforeAll(async () => {
  silent = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  ({ port } = silent.address() as AddressInfo);
});
afterAll(() => void silent.close());

const scan = (whenDown: 'refuse' | 'accept') =>
  scanForViruses({ host: '127.0.0.1', port, whenDown }, 'a.pdf', Buffer.alloc(200_000), 100);

it('waits no longer than it may, and does as the city says then', async () => {
  await expect(scan('refuse')).rejects.toMatchObject({ code: 'virus-scan-unavailable' });
  await expect(scan('accept')).resolves.toBe('not-scanned');
});

it('scans nothing where no scanner is set up', async () => {
  await expect(scanForViruses(undefined, 'a.pdf', Buffer.alloc(1))).resolves.toBe('not-scanned');
});
