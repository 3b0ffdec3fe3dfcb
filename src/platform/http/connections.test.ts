import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { holdConnections } from './connections.js';

describe('the connections of a server', () => {
  let server: Server;
  let answer: () => void;
  let asked: Promise<void>;
  const portOf = () => (server.address() as AddressInfo).port;

  async function begin(lastAnswers?: number): Promise<void> {
    asked = new Promise((resolve) => {
      server = createServer((_request, response) => {
        answer = () => response.end('answered');
        resolve();
      });
    });
    holdConnections(server, lastAnswers);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  }
  afterEach(() => void server.close());

  it('are held open for the next request', async () => {
    await begin();
    expect(server.keepAliveTimeout).toBeGreaterThan(120_000);
  });

  it('end with the answer to the request that was under way when the server was told to end', async () => {
    await begin();
    const told = fetch(`http://127.0.0.1:${portOf()}`).then((response) => response.text());
    await asked;
    const ended = once(server, 'close');
    server.close();
    answer();
    await expect(told).resolves.toBe('answered');
    await ended;
  });

  it('end some time after it where nothing was asked on them, or nobody answers', async () => {
    await begin(100);
    const silent = connect(portOf(), '127.0.0.1');
    await once(silent, 'connect');
    const told = fetch(`http://127.0.0.1:${portOf()}`).catch((error: unknown) => error);
    await asked;
    const ended = Promise.all([once(server, 'close'), once(silent, 'close')]);
    server.close();
    await ended;
    expect(await told).toBeInstanceOf(Error);
  });
});
