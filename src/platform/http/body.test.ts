/** Bodies as the API takes them, over real HTTP, and what checks them afterwards. */
import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { IsObject } from 'class-validator';
import { leastTime } from '../../../bpmn/testing/processor-time.js';
import { addressRateLimit, jsonBody, PersonRateLimitGuard, validationPipe } from './index.js';
import { ProblemFilter } from './problem.filter.js';

class FormDto {
  @IsObject()
  form: Record<string, unknown>;
}

@Controller('forms')
class Forms {
  @Post()
  @HttpCode(200)
  take(@Body() body: FormDto): { fields: number } {
    return { fields: Object.keys(body.form).length };
  }
}

/** Two requests of one caller, no more. */
const FEW = 2;

@Module({
  controllers: [Forms],
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    {
      provide: APP_GUARD,
      useFactory: () => new PersonRateLimitGuard(FEW, ({ headers }) => headers['person'] as string),
    },
  ],
})
class FormsModule {}

async function open(trust?: string, limit = 0): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(FormsModule, {
    bodyParser: false,
    logger: false,
  });
  app.setGlobalPrefix('api');
  if (trust) app.set('trust proxy', trust);
  app.use(addressRateLimit(limit));
  app.use(jsonBody(1));
  app.useGlobalPipes(validationPipe());
  await app.listen(0, '127.0.0.1');
  return app;
}

function send(app: NestExpressApplication, body: string | Buffer, headers = {}): Promise<Response> {
  const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/api/forms`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const entries = (count: number, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${from + i}`, i]));
const nested = (depth: number): unknown => (depth > 0 ? { d: nested(depth - 1) } : 1);

describe('a body', () => {
  let app: NestExpressApplication;
  beforeAll(async () => void (app = await open()));
  afterAll(() => app.close());

  const millionKeys = `{"form":{${Array.from({ length: 90_000 }, (_, i) => `"${i}":1`).join()}}}`;
  it.each([
    ['of a megabyte of keys', millionKeys, 400, 'body-too-complex', '/form/'],
    ['of a megabyte of unknown keys', millionKeys.slice(8, -1), 400, 'body-too-complex', '/'],
    [
      'of a megabyte of entries',
      `{"form":[${'1,'.repeat(500_000)}1]}`,
      400,
      'body-too-complex',
      '/form/',
    ],
    ['of a megabyte of brackets', '['.repeat(1_000_000), 400, 'body-too-complex', '/0/0'],
    ['nested too deep', JSON.stringify({ form: nested(40) }), 400, 'body-too-complex', '/form/d'],
    ['with a NUL', JSON.stringify({ form: { name: 'a\0' } }), 400, 'malformed-value', '/form/name'],
    [
      'too large',
      JSON.stringify({ form: { name: 'x'.repeat(1_100_000) } }),
      413,
      'too-large',
      undefined,
    ],
    ['that is no JSON', '{"form":', 400, 'not-json', undefined],
  ])('%s is refused at once', async (_, body, status, code, place) => {
    const refused = async () => {
      const answer = await send(app, body);
      const problem = (await answer.json()) as { code: string; errors?: { field: string }[] };
      expect(answer.status).toBe(status);
      expect(problem.code).toBe(code);
      if (place) expect(problem.errors?.[0]?.field).toContain(place);
    };
    expect(await leastTime(1_000, refused)).toBeLessThan(1_000);
  });

  it('in another alphabet is refused', async () => {
    const answer = await send(app, Buffer.from('{"form":{}}', 'utf16le'), {
      'content-type': 'application/json; charset=utf-16le',
    });
    expect(answer.status).toBe(415);
  });

  it('as full as it may be is read soon', async () => {
    const form = Object.fromEntries(
      Array.from({ length: 19 }, (_, group) => [`group${group}`, entries(1_000, group)]),
    );
    const read = async () => {
      const answer = await send(app, JSON.stringify({ form }));
      expect(await answer.json()).toEqual({ fields: 19 });
    };
    expect(await leastTime(2_000, read)).toBeLessThan(2_000);
  });

  it('with many unknown fields names a few of them', async () => {
    const answer = await send(app, JSON.stringify({ form: {}, ...entries(900) }));
    const { errors, detail } = (await answer.json()) as { errors: unknown[]; detail: string };
    expect(answer.status).toBe(400);
    expect(errors).toHaveLength(50);
    expect(detail).toContain('900');
  });
});

describe('an address', () => {
  /** @returns the statuses of one request each that says it comes from there */
  async function askFrom(app: NestExpressApplication, said: string[]): Promise<number[]> {
    const statuses: number[] = [];
    for (const from of said) {
      const answer = await send(app, '{"form":{}}', { 'x-forwarded-for': from });
      if (answer.status === 429)
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      statuses.push(answer.status);
    }
    return statuses;
  }

  it('is the caller’s own, whatever it says of itself', async () => {
    const app = await open(undefined, FEW);
    expect(await askFrom(app, ['203.0.113.1', '203.0.113.2', '203.0.113.3'])).toEqual([
      200, 200, 429,
    ]);
    await app.close();
  });

  it('is what a configured proxy says; of IPv6 the whole network', async () => {
    const app = await open('loopback', FEW);
    expect(
      await askFrom(app, ['203.0.113.1', '203.0.113.2', '203.0.113.1', '203.0.113.1']),
    ).toEqual([200, 200, 200, 429]);
    expect(
      await askFrom(app, ['2001:db8::1', '2001:db8:0:0:9::', '2001:0db8::2', '2001:db8:1::']),
    ).toEqual([200, 200, 429, 200]);
    // Only the last hop is the proxy's own word.
    expect(
      await askFrom(app, [
        '198.51.100.1, 203.0.113.9',
        '198.51.100.2, 203.0.113.9',
        '198.51.100.3, 203.0.113.9',
      ]),
    ).toEqual([200, 200, 429]);
    await app.close();
  });
});

describe('a person', () => {
  it('is held back wherever they ask from, and nobody else with them', async () => {
    const app = await open('loopback');
    const statuses: number[] = [];
    for (const [place, person] of ['lin', 'lin', 'su', 'lin', 'su'].entries()) {
      const headers = { person, 'x-forwarded-for': `203.0.113.${place}`, cookie: `s=${place}` };
      statuses.push((await send(app, '{"form":{}}', headers)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 200]);
    await app.close();
  });
});
