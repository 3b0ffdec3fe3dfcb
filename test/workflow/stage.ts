/**
 * A small city for tests of the case workflow: real PostgreSQL and Temporal, real workers, one item
 * for each process given, one county department, and adapters that a test may let fail.
 */
import { STEP_WRITERS_OF_WINGS } from '../../src/step-writers.js';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { caseActivities } from '../../activities/case-activities.js';
import type { Json } from '../../bpmn/engine/index.js';
import {
  CaseCommands,
  CommandDispatcher,
  CommandSweeper,
  type Actor,
  type CommandResult,
} from '../../src/cases/commands/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { computedInPlace } from '../../src/definitions/computing/index.js';
import { publish } from '../../src/definitions/processes/index.js';
import { verbsByName, type VerbsByName } from './verbs-by-name.js';
import { verifiedModels } from '../../src/worker/verified-models.js';
import { ALL_QUEUES, startWorkers, type RunningWorkers } from '../../src/worker/worker.js';
import { CASE_QUEUE, type AdapterCall } from '../../workflows/contracts/case.js';
import {
  TEMPORAL_METRICS,
  createTestDatabase,
  createTestNamespace,
  testServers,
} from '../servers/index.js';

export const APPLICANT: Actor = { personId: 'p-applicant' };
export const HANDLER: Actor = {
  personId: 'p-handler',
  postId: 'post-handler',
  organisationId: 'o-market',
  role: 'handler',
};
/** A second handler at the same desk. */
export const COLLEAGUE: Actor = { ...HANDLER, personId: 'p-colleague', postId: 'post-colleague' };

/** What an adapter does when a test did not say. */
const echo = (call: AdapterCall): Promise<Json> => Promise.resolve({ adapter: call.adapter });

export type Adapter = (call: AdapterCall) => Promise<Json>;

export interface Stage {
  dataSource: DataSource;
  temporal: Client;
  cases: CaseCommands;
  tasks: VerbsByName;
  dispatcher: CommandDispatcher;
  sweeper: CommandSweeper;
  /** By adapter name; every call made stands in `calls`. */
  adapters: Record<string, Adapter>;
  calls: AdapterCall[];
  /** Awaited before a child's row is made; a test may hold it back. */
  openingChild: () => Promise<void>;
  /** Opens a case of the process's item. @returns its number */
  submit(processId: string, options?: SubmitOptions): Promise<string>;
  /** Claims and completes the open task of an element. */
  complete(caseNumber: string, element: string, completion?: Completion): Promise<CommandResult>;
  /** Settings for programs that work beside this process, on the same servers. */
  environment: Record<string, string>;
  stopWorkers(): Promise<void>;
  startWorkers(): Promise<void>;
  close(): Promise<void>;
}

export interface SubmitOptions {
  form?: Record<string, Json>;
  children?: Record<string, boolean>;
  key?: string;
  /** Of a renewal: when the licence's last day is over. */
  licenceEndsAt?: Date;
}

/** Answers against the applicant, with the reasons that they owe. */
export const AGAINST = {
  reject: { outcome: 'reject', opinion: '不属于本机关职权范围。' },
  refuse: { outcome: 'refuse', opinion: '不符合法定条件。' },
};

export interface Completion {
  outcome?: string;
  form?: Json;
  opinion?: string;
  actor?: Actor;
}

/** A process to play, and what its item adds. */
export interface Play {
  xml: string;
  item?: Record<string, unknown>;
}

/** @param near whether cases call near adapters within the step, as those of the platform do */
export async function openStage(plays: Record<string, Play>, near = false): Promise<Stage> {
  const databaseUrl = await createTestDatabase();
  const config = {
    databaseUrl,
    temporalAddress: testServers().temporalAddress,
    temporalNamespace: await createTestNamespace(),
    payloadKeys: `test:${randomBytes(32).toString('base64')}`,
    temporalMetricsAddress: TEMPORAL_METRICS,
  };
  const dataSource = await openDatabase(databaseUrl, config.payloadKeys);
  await furnish(dataSource, plays);
  const settings = { dayLength: 86_400_000, adapterGiveUp: 3_000, nearAdapters: near };
  const temporal = openTemporal(config);
  const dispatcher = new CommandDispatcher(dataSource, temporal, settings, STEP_WRITERS_OF_WINGS);
  const tasks = verbsByName(dataSource, dispatcher);
  const cases = new CaseCommands(dataSource, dispatcher);
  const calls: AdapterCall[] = [];
  let workers: RunningWorkers | undefined;

  const stage: Stage = {
    dataSource,
    temporal,
    cases,
    tasks,
    dispatcher,
    sweeper: new CommandSweeper(dataSource, dispatcher),
    adapters: {},
    calls,
    openingChild: () => Promise.resolve(),
    environment: {
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: config.temporalAddress,
      TEMPORAL_NAMESPACE: config.temporalNamespace,
      PAYLOAD_KEYS: config.payloadKeys,
      WORKER_QUEUES: CASE_QUEUE,
      PROVINCE_URL: 'http://127.0.0.1:1',
      PROVINCE_SECRET: 'none',
      STORAGE_DIR: tmpdir(),
    },
    async submit(processId, options = {}) {
      const { form = {}, children = {}, key = randomUUID(), licenceEndsAt } = options;
      const { caseNumber } = await cases.submit(
        {
          itemCode: processId,
          region: '210381',
          applicantId: APPLICANT.personId,
          applicantKind: 'natural',
          form,
          materials: [],
          children,
          licenceEndsAt,
        },
        APPLICANT,
        key,
      );
      return caseNumber;
    },
    async complete(caseNumber, element, { actor = HANDLER, ...completion } = {}) {
      const task = await openTask(dataSource, caseNumber, element);
      if (actor !== APPLICANT) await tasks.claim(task, actor);
      return tasks.complete(task, actor, completion, randomUUID());
    },
    async stopWorkers() {
      await workers?.shutdown();
      workers = undefined;
    },
    async startWorkers() {
      const real = caseActivities(dataSource, settings);
      workers = await startWorkers({
        config,
        models: verifiedModels(dataSource),
        caseActivities: {
          ...real,
          async openChild(child) {
            await stage.openingChild();
            return real.openChild(child);
          },
        },
        adapterActivities: {
          callAdapter(call) {
            calls.push(call);
            return (stage.adapters[call.adapter] ?? echo)(call);
          },
        },
        near: near ? ALL_QUEUES : [],
      });
    },
    async close() {
      await stage.stopWorkers();
      await temporal.connection.close();
      await dataSource.destroy();
    },
  };
  await stage.startWorkers();
  return stage;
}

/** The id of the element's waiting task; waits until it is open. */
export function openTask(
  dataSource: DataSource,
  caseNumber: string,
  element: string,
): Promise<string> {
  return eventually(`task ${element} of ${caseNumber}`, async () => {
    const [row] = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM task WHERE case_number = $1 AND element = $2 AND state = 'open' ORDER BY id`,
      [caseNumber, element],
    );
    return row?.id;
  });
}

/** The case's row once `reached` holds. */
export function caseWhen(
  dataSource: DataSource,
  caseNumber: string,
  reached: (row: CaseRow) => boolean,
): Promise<CaseRow> {
  return eventually(`case ${caseNumber}`, async () => {
    const [row] = await dataSource.query<CaseRow[]>(
      `SELECT number, state, ended, step, cause, variables FROM cases WHERE number = $1`,
      [caseNumber],
    );
    return row && reached(row) ? row : undefined;
  });
}

export interface CaseRow {
  number: string;
  state: string;
  ended: boolean;
  step: number;
  cause: string;
  variables: Record<string, Json>;
}

/** Between two questions at least, and at most; ms. */
const SOONEST = 20;
const LATEST = 500;

/**
 * Asks again until there is something; the condition is what is waited for, never time. The longer it
 * takes the less often: what is waited for needs the machine more than the questions do.
 * @param what a function where what was seen last tells why it did not come
 */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined>,
  within = 60_000,
): Promise<T> {
  const began = Date.now();
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    const waited = Date.now() - began;
    if (waited > within) {
      const missed = typeof what === 'string' ? what : what();
      throw new Error(`${missed} did not come within ${within} ms`);
    }
    await pause(Math.min(Math.max(waited / 10, SOONEST), LATEST));
  }
}

async function furnish(dataSource: DataSource, plays: Record<string, Play>): Promise<void> {
  await dataSource.query(`
    INSERT INTO region (code, name, level, parent) VALUES
      ('210300', '鞍山市', 'city', NULL), ('210381', '海城市', 'county', '210300');
    INSERT INTO organisation (id, name, kind, line, level, region) VALUES
      ('o-market', '海城市市场监督管理局', 'department', 'market', 'county', '210381');
    INSERT INTO person (id, account, name, subject, kind) VALUES
      ('p-applicant', 'applicant', '申请人', 's1', 'natural'),
      ('p-handler', 'handler', '承办人甲', 's2', 'staff'),
      ('p-colleague', 'colleague', '承办人乙', 's3', 'staff');
    INSERT INTO post (id, person_id, organisation_id, role, title) VALUES
      ('post-handler', 'p-handler', 'o-market', 'handler', '承办人'),
      ('post-colleague', 'p-colleague', 'o-market', 'handler', '承办人');
    INSERT INTO calendar_year (year, version, days, source)
      SELECT year, 1, repeat('1', 365 + (year % 4 = 0)::int), 'test' FROM generate_series(2025, 2028) AS year`);
  for (const [processId, { xml, item }] of Object.entries(plays)) {
    await dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state, published_at)
       VALUES ($1, 1, $2, '01', $1, $3, 'published', now())`,
      [processId, item?.['children'] ? 'one-stop' : 'single', itemData(processId, item)],
    );
    await publish(dataSource.manager, computedInPlace, {
      processId,
      name: processId,
      xml,
      by: 'system',
    });
  }
}

function itemData(processId: string, item: Record<string, unknown> = {}): string {
  return JSON.stringify({
    code: processId,
    version: 1,
    type: '01',
    name: processId,
    processId,
    lead: { line: 'market', level: 'county' },
    processVariables: ['area', 'count', 'bodies'],
    limits: {
      statutory: { days: 20, unit: 'wd' },
      promised: { days: 5, unit: 'wd' },
    },
    ...item,
  });
}

/** A diagram of the body given, with our namespace and one lane's attributes on each user task. */
export function diagram(processId: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:onestop="urn:onestop:bpmn:1" targetNamespace="urn:test">
  <process id="${processId}" isExecutable="true">${body}</process>
</definitions>`;
}

export const BY_HANDLER = 'onestop:line="market" onestop:level="county" onestop:role="handler"';
