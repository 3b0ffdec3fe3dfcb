import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerUnreadable } from './unreadable.js';

describe('a request that nobody can read', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) => response.end());
    answerUnreadable(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => void server.close());

  const answerTo = async (bytes: string) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(bytes);
    return text(socket);
  };

  it('with more in its address than is taken is answered by a problem that says so', async () => {
    const answer = await answerTo(`GET /?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: here\r\n\r\n`);
    const [head, body] = answer.split('\r\n\r\n') as [string, string];
    expect(head).toMatch(/^HTTP\/1\.1 431 .*Content-Type: application\/problem\+json/s);
    expect(JSON.parse(body)).toMatchObject({ status: 431, code: 'headers-too-large' });
  });

  it('that is none is answered by a problem too', async () => {
    const answer = await answerTo('hello\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'bad-request' });
  });
});
