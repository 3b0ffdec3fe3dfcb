import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { serveWeb } from './web.js';

class Nothing {}
Module({})(Nothing);

const script = 'export const words = "一网通办";'.repeat(100);
const directory = mkdtempSync(join(tmpdir(), 'web-'));
let app: NestExpressApplication;
let port: number;

beforeAll(async () => {
  const assets = join(directory, 'assets');
  mkdirSync(assets);
  writeFileSync(join(assets, 'a-1.js'), script);
  writeFileSync(join(assets, 'a-1.js.br'), brotliCompressSync(script));
  writeFileSync(
    join(directory, 'index.html'),
    '<!doctype html><meta name=session content="__SESSION__"><meta name=demo-day content="__DEMO_DAY__"><p>页面</p>',
  );
  app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
  serveWeb(app, directory, ({ headers }) =>
    Promise.resolve({ session: headers.cookie ?? 'none', demoDay: '60000' }),
  );
  await app.listen(0);
  port = (app.getHttpServer() as { address(): AddressInfo }).address().port;
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const ask = (path: string, encoding: string, cookie?: string) =>
  new Promise<{ headers: IncomingMessage['headers']; status: number; body: Buffer }>(
    (resolve, reject) => {
      get(
        { port, path, headers: { 'accept-encoding': encoding, ...(cookie && { cookie }) } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({
              headers: answer.headers,
              status: answer.statusCode ?? 0,
              body: Buffer.concat(parts),
            }),
          );
        },
      ).on('error', reject);
    },
  );

describe('a file of the pages', () => {
  it('is sent as it was compressed to who takes brotli, to be kept for a year', async () => {
    const { headers, body } = await ask('/assets/a-1.js', 'gzip, deflate, br');
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toContain('javascript');
    expect(headers.vary).toContain('Accept-Encoding');
    expect(headers['cache-control']).toContain('immutable');
    expect(brotliDecompressSync(body).toString()).toBe(script);
  });

  it('is sent as it is to everybody else', async () => {
    const { headers, body } = await ask('/assets/a-1.js', 'identity');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(script);
  });

  it('of a later build is found without a start', async () => {
    writeFileSync(join(directory, 'assets', 'b-2.js'), script);
    expect((await ask('/assets/b-2.js', 'br')).body.toString()).toBe(script);
  });

  it('that a later build took away is missing, and the platform goes on', async () => {
    const gone = join(directory, 'assets', 'd-4.js');
    for (const ending of ['', '.br']) writeFileSync(gone + ending, brotliCompressSync(script));
    expect((await ask('/assets/d-4.js', 'br')).status).toBe(200);
    for (const ending of ['', '.br']) rmSync(gone + ending);
    expect((await ask('/assets/d-4.js', 'br')).status).toBe(404);
    expect((await ask('/assets/a-1.js', 'br')).status).toBe(200);
  });

  it('is told with its page whose it is, in an attribute that nothing leaves', async () => {
    const session = '{"name":"<b>$&</b>"}';
    const { body } = await ask('/', 'identity', session);
    expect(body.toString()).toContain(
      'content="{&quot;name&quot;:&quot;&lt;b&gt;$&amp;&lt;/b&gt;&quot;}"',
    );
    expect(body.toString()).toContain('name=demo-day content="60000"');
    expect((await ask('/', 'identity')).body.toString()).toContain('content="none"');
  });

  it('comes with the way to what it asks first, which is there with its scripts', async () => {
    const ways = ['/', '/items/210511001000', '/items/a"b', '/cases'].map((path) =>
      ask(path, 'identity').then(({ headers }) => headers.link),
    );
    expect(await Promise.all(ways)).toEqual([
      '</api/items>; rel=preload; as=fetch; crossorigin',
      '</api/items/210511001000>; rel=preload; as=fetch; crossorigin',
      ...[undefined, undefined],
    ]);
  });

  it('that is missing is missing, and no page', async () => {
    expect((await ask('/assets/c-3.js', 'br')).status).toBe(404);
    expect((await ask('/cases/1', 'br')).body.toString()).toContain('页面');
  });
});
