/** What the diagrams' service tasks may call; a further adapter is one file and one line here, with its ground. */
import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import type { AdapterName } from '../bpmn/model/vocabulary.js';
import { keepAnswers } from '../src/cases/index.js';
import type { Config } from '../src/platform/config.js';
import { duration, timed } from '../src/platform/observability/meter.js';
import { reachFaultPoint } from '../src/platform/fault/fault-points.js';
import {
  createProvince,
  type Errand,
  type Heard,
  type Province,
  type ProvinceDoor,
  ProvinceRefused,
} from '../src/province/index.js';
import type { AdapterActivities, AdapterCall } from '../workflows/contracts/case.js';
import { modelByHash } from '../src/definitions/index.js';
import type { ModelStore } from '../src/platform/temporal/index.js';
import { type Adapter, refused } from './adapter.js';
import { asApplied } from './as-applied.js';
import { enterOnRoll } from './benefit-list.js';
import { noteCredit } from './credit.js';
import { handOver } from './department-system.js';
import { lookUp } from './exchange.js';
import { publishItem } from './item-publication.js';
import { licence } from './licence.js';
import { notify } from './notify.js';
import { once } from './once.js';
import { demandPayment } from './payment.js';
import { anytime, granted, type Ground, licensed, requireGround, sealed } from './grounds.js';
import { pushToRegulator } from './regulation-push.js';
import { giveBack } from './return.js';
import { seal } from './seal.js';

/** An adapter, and on what ground in law it may act. */
interface Grounded {
  adapter: Adapter;
  ground: Ground;
}

const byName: Readonly<Record<AdapterName, Grounded>> = {
  'benefit-list': { adapter: enterOnRoll, ground: granted },
  credit: { adapter: noteCredit, ground: anytime },
  'department-system': { adapter: handOver, ground: anytime },
  exchange: { adapter: lookUp, ground: anytime },
  // Its own ground is the keeper's decision in the case, which the publication asks for.
  'item-publication': { adapter: publishItem, ground: anytime },
  license: { adapter: licence, ground: licensed },
  notify: { adapter: notify, ground: anytime },
  payment: { adapter: demandPayment, ground: anytime },
  'regulation-push': { adapter: pushToRegulator, ground: anytime },
  return: { adapter: giveBack, ground: anytime },
  seal: { adapter: seal, ground: sealed },
};
export const adapters: ReadonlyMap<string, Grounded> = new Map(Object.entries(byName));

export interface AdapterSettings {
  dataSource: DataSource;
  config: Pick<Config, 'provinceUrl' | 'provinceSecret' | 'storageDir' | 'publicUrl'>;
  /** By default read from the database each time. */
  models?: ModelStore;
  /** The way to the province's systems; by default to those at the configured address. */
  province?: ProvinceDoor;
}

const calls = duration(
  'onestop_adapter_call_duration_seconds',
  'Calls of adapters by how they ended: done, refused for good, or failed for now',
);

/** What is refused a person mends; what failed is tried again. */
const endOf = (adapter: string) => (error: unknown) => ({
  adapter,
  outcome: error === undefined ? 'done' : isFinal(error) ? 'refused' : 'failed',
});

const isFinal = (error: unknown): boolean =>
  error instanceof ProvinceRefused ||
  (error instanceof ApplicationFailure && error.nonRetryable === true);

/** The process acts for the body that decides its case. */
async function errandOf(dataSource: DataSource, call: AdapterCall): Promise<Errand> {
  const { caseNumber, element } = call;
  const [row] = await dataSource.query<{ applicant: string; body: string; item: string }[]>(
    `SELECT applicant_id AS applicant, lead_department AS body, item_name AS item
       FROM cases WHERE number = $1`,
    [caseNumber],
  );
  return {
    by: { system: `process/${element}`, body: row?.body ?? null },
    ...{ matter: `case:${caseNumber}`, applicant: row?.applicant ?? null },
    purpose: `办理${row?.item ?? ''}`,
  };
}

/** The activities a worker offers on the queues `act.<level>`. */
export function createAdapterActivities(settings: AdapterSettings): AdapterActivities {
  const { dataSource, province: door = createProvince(settings.config) } = settings;
  const { models = (hash) => modelByHash(dataSource.manager, hash) } = settings;
  const { storageDir, publicUrl } = settings.config;
  const context = { dataSource, door, documents: { storageDir, publicUrl } };
  /** The case keeps what the province answered to its call, or that it did not. */
  async function heardOn<T>(
    call: AdapterCall,
    work: (province: Province) => Promise<T>,
  ): Promise<T> {
    const heard: Heard[] = [];
    const { key, caseNumber, element } = call;
    const errand = await errandOf(dataSource, call);
    try {
      return await work(door.on(errand, (one) => void heard.push(one)));
    } finally {
      const asked = { caseNumber, occasion: 'process', element, key } as const;
      await keepAnswers(dataSource.manager, asked, heard);
    }
  }

  return {
    async callAdapter(call) {
      const found = adapters.get(call.adapter);
      if (!found) {
        throw refused(`没有名为“${call.adapter}”的接口，请检查流程图节点 ${call.element}。`);
      }
      try {
        return await timed(calls, endOf(call.adapter), () =>
          once(dataSource, call, async () => {
            const applied = await asApplied({ dataSource, models }, call);
            await requireGround(dataSource, applied, found.ground);
            const result = await heardOn(applied, (province) =>
              found.adapter(applied, { ...context, province }),
            );
            reachFaultPoint('after-adapter-call');
            return result;
          }),
        );
      } catch (error) {
        if (error instanceof ProvinceRefused) throw refused(`${error.message}（${error.code}）`);
        throw error;
      }
    },
  };
}
