/**
 * The door for those who run the platform: whether this process lives, whether it can serve, and its
 * figures. It listens at an address of its own, which is not the public's; nothing behind it shows a
 * person or a case.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseHostAndPort } from '../host-and-port.js';

/** Parts a process cannot do without; false = it is down. */
export type Readiness = Record<string, boolean>;

export interface OperationsDoor {
  /** Whether this process can do its work now. */
  ready(): Promise<Readiness>;
  /** Answers with the process's figures, as Prometheus reads them. */
  metrics?(request: IncomingMessage, response: ServerResponse): void;
}

export interface OperationsServer {
  /** `http://host:port` */
  url: string;
  close(): Promise<void>;
}

/**
 * @param address `host:port`, from `OPERATIONS_ADDRESS`
 * @throws Error in one sentence when nobody can listen there
 */
export async function openOperationsDoor(
  address: string,
  door: OperationsDoor,
): Promise<OperationsServer> {
  const { host, port } = parseHostAndPort('OPERATIONS_ADDRESS', address);
  const server = createServer((request, response) => void answer(door, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error) =>
      reject(new Error(`OPERATIONS_ADDRESS=${address} 不能监听：${error.message}`)),
    );
    server.listen(port, host);
  });
  // It is no reason to go on when all else has ended.
  server.unref();
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  door: OperationsDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?', 1)[0];
  if (path === '/livez') return say(response, 200, { status: 'up' });
  if (path === '/metrics' && door.metrics) return door.metrics(request, response);
  if (path !== '/readyz') return say(response, 404, { status: 'unknown' });
  const parts = await door.ready();
  const up = Object.values(parts).every(Boolean);
  say(response, up ? 200 : 503, { status: up ? 'up' : 'down', parts });
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
