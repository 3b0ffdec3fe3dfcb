/**
 * The API with everything real around it: database with the demonstration's data, Temporal, workers,
 * the province's stand-in; people sign in as they do in a browser.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { caseActivities } from '../../activities/case-activities.js';
import { createAdapterActivities } from '../../activities/index.js';
import type { Faults } from '../../province/faults/faults.js';
import { startProvince } from '../../province/server.js';
import { createApi, type describeApi } from '../../src/api.js';
import { loadCalendar } from '../../src/calendar/index.js';
import { loadCatalogue } from '../../src/catalogue/items/index.js';
import { publishDecisions } from '../../src/install/demonstration/publish-decisions.js';
import { publishForms } from '../../src/install/demonstration/publish-forms.js';
import { publishProcesses } from '../../src/install/demonstration/publish-processes.js';
import { addFirstAdministrator } from '../../src/install/first-administrators.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { loadDocumentWords } from '../../src/papers/official-documents/index.js';
import { loadOrganisations, loadPeople } from '../../src/install/demonstration/index.js';
import { readConfig } from '../../src/platform/config.js';
import { digestKeyOf } from '../../src/platform/digest-key.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { verifiedModels } from '../../src/worker/verified-models.js';
import { ALL_QUEUES, startWorkers, type RunningWorkers } from '../../src/worker/worker.js';
import { builtProgram } from '../../tools/build/program.mjs';
import { freePort } from '../../tools/embedded/ports.js';
import { Session, signIn } from '../../tools/session/sign-in.js';
import { held } from './audited.js';
import {
  createTestDatabase,
  createTestNamespace,
  serviceUrl,
  PAYLOAD_KEYS,
  TEMPORAL_METRICS,
  testServers,
  type Seed,
} from '../servers/index.js';

type OpenApi = ReturnType<typeof describeApi>;

/** As it is committed: that the API gives the same is a unit test of its own, made once. */
const OPENAPI = JSON.parse(
  readFileSync(new URL('../../web/openapi.json', import.meta.url), 'utf8'),
) as OpenApi;

const demonstration: Seed = {
  name: 'demonstration',
  async load(dataSource) {
    await loadOrganisations(dataSource);
    await loadDocumentWords(dataSource);
    await loadPeople(dataSource, digestKeyOf({ PAYLOAD_KEYS }));
    await loadCalendar(dataSource);
    await publishForms(dataSource);
    await publishDecisions(dataSource);
    await publishProcesses(dataSource);
    await loadCatalogue(dataSource);
  },
};

/** A city that starts with what comes with a release, and its first administrator. */
const emptyCity: Seed = {
  name: 'empty_city',
  async load(dataSource) {
    await loadCalendar(dataSource);
    await publishForms(dataSource);
    await publishDecisions(dataSource);
    await publishProcesses(dataSource);
    await addFirstAdministrator(dataSource, {
      ...{ subject: 'p-admin', name: '管理员', city: '210300', organisation: '数据局' },
    });
  },
};

export interface ApiStage {
  url: string;
  dataSource: DataSource;
  /** A person of the demonstration, signed in, each call held to the audit; staff act under their first post. */
  as(account: string): Promise<Session>;
  /** Somebody who is not signed in. */
  stranger(): Session;
  /** The OpenAPI document of the API. */
  openapi: OpenApi;
  standIn: StandIn;
  temporal: Client;
  /** The API itself, where a test needs a part of it. */
  app: NestExpressApplication;
  close(): Promise<void>;
}

/** The province's stand-in, which a test may let fail. */
export interface StandIn {
  url: string;
  /** Folder of what it keeps. */
  dataDir: string;
  /** Switches of the one that runs now. */
  faults(): Faults;
  /** Nobody listens at its address any more. */
  leave(): Promise<void>;
  /** It runs again, with all it kept. */
  comeBack(): Promise<void>;
}

async function startStandIn(platformUrl: string, secret: string): Promise<StandIn> {
  const settings = {
    host: '127.0.0.1',
    platformUrl,
    secret,
    dataDir: mkdtempSync(join(tmpdir(), 'province-')),
    demonstrationDir: fileURLToPath(new URL('../../demonstration', import.meta.url)),
  };
  let province = await startProvince({ ...settings, port: 0 });
  const { url } = province;
  return {
    url,
    dataDir: settings.dataDir,
    faults: () => province.faults,
    leave: () => province.close(),
    async comeBack() {
      province = await startProvince({ ...settings, port: Number(new URL(url).port) });
    },
  };
}

export interface ApiStageOptions {
  /** Whether workers carry the cases out. */
  workers?: boolean;
  /** Without the demonstration: nobody is there but the first administrator. */
  empty?: boolean;
  /** Settings that differ from the usual ones. */
  env?: NodeJS.ProcessEnv;
}

export async function openApiStage({
  workers = false,
  empty = false,
  env = {},
}: ApiStageOptions = {}): Promise<ApiStage> {
  // What the API's threads run.
  await builtProgram('src/main-compute.ts');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const secret = env.PROVINCE_SECRET ?? randomBytes(16).toString('hex');
  const standIn = await startStandIn(url, secret);
  const databaseUrl = await createTestDatabase(empty ? emptyCity : demonstration);
  const config = readConfig({
    PORT: String(port),
    DATABASE_URL: serviceUrl(databaseUrl),
    TEMPORAL_ADDRESS: testServers().temporalAddress,
    TEMPORAL_NAMESPACE: await createTestNamespace(),
    PROVINCE_URL: standIn.url,
    PROVINCE_SECRET: secret,
    WEB_DIR: 'no web here',
    STORAGE_DIR: mkdtempSync(join(tmpdir(), 'storage-')),
    PAYLOAD_KEYS,
    TEMPORAL_METRICS_ADDRESS: TEMPORAL_METRICS,
    // A machine busy with other tests is slow, not silent.
    ...(workers && { ANSWERED_WITHIN: '60s', NEWEST_BEHAVIOUR: 'on' }),
    ...env,
  });
  const temporal = openTemporal(config);
  // The test's own hand is the owner's; the platform serves as its least-privileged user.
  const dataSource = await openDatabase(databaseUrl, config.payloadKeys, config.digestKey);
  const serving = await openDatabase(config.databaseUrl, config.payloadKeys, config.digestKey);
  const models = verifiedModels(serving);
  const running: RunningWorkers | undefined = workers
    ? await startWorkers({
        config,
        models,
        caseActivities: caseActivities(serving, config),
        adapterActivities: createAdapterActivities({ dataSource: serving, config, models }),
        near: ALL_QUEUES,
      })
    : undefined;
  const logger = pino({ level: process.env.TEST_LOG ?? 'silent' });
  const app = await createApi({ config, logger });
  await app.listen(port);
  const sessions = new Map<string, Promise<Session>>();
  return {
    url,
    dataSource,
    openapi: OPENAPI,
    standIn,
    temporal,
    app,
    stranger: () => new Session(url, 'nobody'),
    as(account) {
      const session =
        sessions.get(account) ??
        signIn(url, account, 'onestop').then((one) => held(one, dataSource, OPENAPI));
      sessions.set(account, session);
      return session;
    },
    async close() {
      await app.close();
      await running?.shutdown();
      await standIn.leave();
      await temporal.connection.close();
      await Promise.all([dataSource.destroy(), serving.destroy()]);
    },
  };
}
