/**
 * One trace from what a person did to what the province was asked, through API, command, workflow and
 * adapter; in what went wrong, in the audit, and in the figures that a platform at work tells.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { defaultPayloadConverter } from '@temporalio/common';
import { DataSource } from 'typeorm';
import { Figures } from '../../src/operations/index.js';
import { tellProcess } from '../../src/platform/observability/process-figures.js';
import { openOperationsDoor } from '../../src/platform/observability/operations-server.js';
import { tellFigures } from '../../src/platform/observability/meter.js';
import { startTracing } from '../../src/platform/observability/trace.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  answerOf,
  claim,
  completionOf,
  submit,
} from '../chaos/benchmark-case.js';
import { collectSpans, type CollectedSpan, type Collector } from './collector.js';
import { TEMPORAL_METRICS } from '../servers/index.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { CONTINUE_SIGNAL } from '../../workflows/contracts/case.js';
import { TRACE_HEADER } from '../../workflows/contracts/trace.js';
import { eventually } from '../workflow/stage.js';

/** Requests this process sent, by undici's own word. */
interface Sent {
  request: { origin: string; path: string; headers: unknown };
}

/** Names of the collected spans from the outermost down to the one of this name, all of one trace. */
function wayTo(name: string): string[] | undefined {
  const spans = collector.spans.filter(({ traceId }) => traceId === TRACE);
  const above = (span?: CollectedSpan): string[] =>
    span ? [...above(spans.find(({ spanId }) => spanId === span.parentSpanId)), span.name] : [];
  const way = above(spans.find((span) => span.name === name));
  return way[0] === 'POST' ? way : undefined;
}

const STEPS = [ACCEPTANCE, ...OPINIONS, DECISION];
const TRACE = randomBytes(16).toString('hex');
const headers = { traceparent: `00-${TRACE}-${randomBytes(8).toString('hex')}-00` };

let stage: ApiStage;
let collector: Collector;
let flush: () => Promise<void>;
const asked: string[] = [];
const note = (message: unknown): void => {
  const { origin, path, headers: sent } = (message as Sent).request;
  if (origin === stage?.standIn.url && String(sent).includes(TRACE)) asked.push(path);
};
beforeAll(async () => {
  collector = await collectSpans();
  flush = startTracing('test', {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: '1',
  });
  // The test stands where the proxy does: nobody else may go on with a trace.
  stage = await openApiStage({ workers: true, env: { TRUSTED_PROXIES: 'loopback' } });
  subscribe('undici:request:create', note);
}, 120_000);
afterAll(async () => {
  unsubscribe('undici:request:create', note);
  await stage?.close();
  await collector?.close();
}, 30_000);

it('goes from the request through command, workflow and adapter to the province', async () => {
  const number = await submit(await stage.as('zhang'));
  for (const [name, element] of STEPS) {
    const desk = await stage.as(`bench-${name}`);
    const task = await claim(desk, number, element);
    const { status, headers: told } = await desk.call(
      'POST',
      completionOf(task),
      answerOf(element),
      headers,
    );
    expect([status, told.get('trace-id')]).toEqual([200, TRACE]);
  }
  await eventually('the province to be asked in this trace', async () =>
    asked.some((path) => path.startsWith('/payments/')) ? true : undefined,
  );
  // From the request that set it off down to the province, through the case.
  const way = await eventually('the spans to be collected', async () => {
    await flush();
    return wayTo('province payments');
  });
  expect(way).toEqual(['POST', 'command complete', 'activity callAdapter', 'province payments']);
  const commands = await stage.dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM command WHERE case_number = $1 AND trace LIKE $2`,
    [number, `00-${TRACE}-%`],
  );
  expect(commands[0]!.n).toBe(STEPS.length);
  const [line] = await stage.dataSource.query<{ address: string }[]>(
    `SELECT address FROM audit WHERE act = 'task.complete' AND trace = $1 LIMIT 1`,
    [TRACE],
  );
  expect(line?.address).toMatch(/127\.0\.0\.1|::1/);
}, 60_000);

it('goes on in the run that continues a case as new', async () => {
  const number = await submit(await stage.as('zhang'));
  const [name, element] = STEPS[0]!;
  const desk = await stage.as(`bench-${name}`);
  const task = await claim(desk, number, element);
  await desk.call('POST', completionOf(task), answerOf(element), headers);
  const handle = stage.temporal.workflow.getHandle(number);
  const { runId } = await handle.describe();
  await handle.signal(CONTINUE_SIGNAL);
  await eventually('a new run', async () =>
    (await handle.describe()).runId === runId ? undefined : true,
  );
  const { events } = await handle.fetchHistory();
  const begun = events?.[0]?.workflowExecutionStartedEventAttributes;
  expect(begun?.continuedExecutionRunId).toBe(runId);
  const carried = begun?.header?.fields?.[TRACE_HEADER];
  expect(carried && defaultPayloadConverter.fromPayload<string>(carried)).toContain(TRACE);
}, 60_000);

it('stands in every error, and in its header', async () => {
  const answers = [
    await stage.stranger().call<{ traceId: string }>('GET', '/api/cases/none', undefined, headers),
    await stage.stranger().call<{ traceId: string }>('GET', '/api/nothing', undefined, headers),
    await (await stage.as('zhang')).call<{ traceId: string }>('POST', '/api/drafts', {}, headers),
  ];
  for (const { body, headers: told } of answers)
    expect([body.traceId, told.get('trace-id')]).toEqual([TRACE, TRACE]);
  const { body } = await stage.stranger().call<{ traceId: string }>('GET', '/api/cases/none');
  expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(body.traceId).not.toBe(TRACE);
});

/** Names of ours and of Temporal's in what watches the platform. */
function watched(): string[] {
  const files = ['prometheus/alerts.yml', 'grafana/onestop.json'];
  const texts = files.map((file) =>
    readFileSync(new URL(`../../operations/${file}`, import.meta.url), 'utf8'),
  );
  const names = texts.join().match(/\b(onestop|temporal)_[a-z_]+/g) ?? [];
  return [...new Set(names)].sort();
}

it('is watched by alerts whose headings the runbook has', () => {
  const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const named = read('operations/prometheus/alerts.yml').matchAll(/runbook: '#(.+)'/g);
  const headings = [...read('docs/operations/runbook.md').matchAll(/^## (.+)$/gm)].map(
    ([, it]) => it,
  );
  expect(headings).toEqual(expect.arrayContaining([...named].map(([, heading]) => heading)));
});

it('is no part of figures, which tell no person and no case, and are all that is watched', async () => {
  tellProcess(stage.app.get(DataSource));
  stage.app.get(Figures).tell();
  const door = await openOperationsDoor('127.0.0.1:0', {
    ready: async () => ({}),
    metrics: tellFigures,
  });
  // One that waits, so that its age can be told.
  await stage.dataSource.query(
    `INSERT INTO command (id, case_number, kind, person_id, payload, status, sent_at, attempts)
     SELECT gen_random_uuid(), number, 'message', 'nobody', '{}', 'pending', now(), 1
       FROM cases LIMIT 1`,
  );
  // The loop turns twice before its delay is known; a recurring task has to have run.
  const told = [
    'onestop_event_loop_delay_seconds{',
    'onestop_recurring_last_run_timestamp_seconds{task="command-sweep"}',
  ];
  const own = await eventually('what is known after a while', async () => {
    const figures = await (await fetch(`${door.url}/metrics`)).text();
    return told.every((one) => figures.includes(one)) ? figures : undefined;
  });
  const temporals = await (await fetch(`http://${TEMPORAL_METRICS}/metrics`)).text();
  await door.close();
  const names = new Set(`${own}\n${temporals}`.match(/^[a-z_]+(?=[{ ])/gm));
  expect(watched().filter((name) => !names.has(name))).toEqual([]);
  for (const sample of [
    'onestop_http_request_duration_seconds_count{method="POST",route="/api/tasks/:id/completion"',
    'onestop_commands_total{kind="complete",outcome="done"}',
    'onestop_adapter_call_duration_seconds_count{adapter="payment",outcome="done"}',
    'onestop_province_request_duration_seconds_count{system="payments",outcome="done"}',
    'onestop_recurring_last_run_timestamp_seconds{task="command-sweep"}',
  ])
    expect(own).toContain(`\n${sample}`);
  expect(own).not.toMatch(/="[^"]*\d{12}/);
  expect(own).not.toContain('zhang');
});
