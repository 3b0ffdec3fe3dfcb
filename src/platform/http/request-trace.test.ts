import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { createLogger } from '../observability/logger.js';
import { startTracing } from '../observability/trace.js';
import { requestTrace, TRACE_HEADER } from './request-trace.js';

const TOLD = 'ab'.repeat(16);
const headers = { traceparent: `00-${TOLD}-${'cd'.repeat(8)}-01` };

interface Line {
  path: string;
  status?: number;
  aborted?: boolean;
  trace: string;
}

/** @param trusted as `TRUSTED_PROXIES` has it */
async function serving(trusted?: string) {
  const lines: Line[] = [];
  const logger = createLogger('test', {
    write: (text) => void lines.push(JSON.parse(text) as Line),
  });
  const app = express();
  if (trusted) app.set('trust proxy', trusted);
  app.use(requestTrace(logger));
  app.get('/api/answered', (_, response) => void response.json({}));
  app.get('/api/never', () => undefined);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { lines, port, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe('a request', () => {
  beforeAll(() => void startTracing('test', {}));

  it.each([
    ['begins a trace of its own, whatever it tells', undefined, false],
    ['goes on with the trace that a trusted proxy tells', 'loopback', true],
  ])('%s', async (_, trusted, goesOn) => {
    const { url, lines, close } = await serving(trusted);
    const answer = await fetch(`${url}/api/answered`, { headers });
    close();
    expect(answer.headers.get(TRACE_HEADER) === TOLD).toBe(goesOn);
    expect(lines).toMatchObject([{ status: 200, trace: answer.headers.get(TRACE_HEADER) }]);
    expect(lines[0]).not.toHaveProperty('aborted');
  });

  it('that is left off is told of as aborted, in its trace', async () => {
    const { port, lines, close } = await serving();
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /api/never HTTP/1.1\r\nHost: here\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(lines).toEqual([]);
    socket.destroy();
    for (let waited = 0; lines.length === 0 && waited < 5_000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    close();
    expect(lines).toMatchObject([
      {
        path: '/api/never',
        aborted: true,
        trace: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      },
    ]);
    expect(lines[0]).not.toHaveProperty('status');
  });
});
