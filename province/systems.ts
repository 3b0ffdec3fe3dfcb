import { join } from 'node:path';
import { Router } from 'express';
import { Archives, type Deposit } from './archives/archives.js';
import { archiveRoutes } from './archives/routes.js';
import { bankRoutes, type Batch } from './bank/routes.js';
import { type Call, CallLog } from './calls/log.js';
import { callLogRoutes, requireErrand } from './calls/routes.js';
import { departmentSystemRoutes, type TakenCase } from './department-systems/routes.js';
import { Datasets } from './exchange/datasets.js';
import { exchangeRoutes } from './exchange/routes.js';
import type { Faults } from './faults/faults.js';
import { HolderResolver } from './holder.js';
import { Journal } from './journal.js';
import { type Licence, Licences } from './licences/licences.js';
import { licenceRoutes } from './licences/routes.js';
import { LicenceTypes } from './licences/types.js';
import { type Notice, Notices } from './notices.js';
import { type Order, Orders } from './payments/orders.js';
import { orderRoutes, payRoutes } from './payments/routes.js';
import { type RegulationResult, regulationRoutes } from './regulation/routes.js';
import { sealRoutes } from './seals/routes.js';
import { type Seal, Seals, type Signature } from './seals/seals.js';
import type { ProvinceSettings } from './settings.js';
import type { People } from './sign-on/people.js';
import { telephoneRoutes, type TextMessage, textMessageRoutes } from './text-messages/routes.js';

/** The province's systems behind the signature, each with its journal. */
export interface Systems {
  /** Signed requests only. */
  signed: Router;
  /** The pay page, for people. */
  pay: Router;
  /** A person's telephone, for a look at it. */
  telephones: Router;
  /** Who asked what, in which matter and why. */
  callLog: Router;
  stop(): void;
}

export function createSystems(
  url: string,
  settings: ProvinceSettings,
  people: People,
  faults: Faults,
): Systems {
  const journals: { close(): void }[] = [];
  function open<T>(name: string, keyOf: (record: T) => string): Journal<T> {
    const journal = new Journal<T>(join(settings.dataDir, `${name}.jsonl`), keyOf);
    journals.push(journal);
    return journal;
  }
  const byKey = (record: { key: string }) => record.key;

  const holders = new HolderResolver(people);
  const notices = new Notices(
    open<Notice>('notices', (notice) => notice.id),
    faults,
    settings.platformUrl,
    settings.secret,
  );
  const orders = new Orders(open<Order>('orders', byKey), notices);
  const licences = new Licences(
    open<Licence>('licences', byKey),
    new LicenceTypes(settings.demonstrationDir),
  );
  const seals = new Seals(
    open<Seal>('seals', (seal) => seal.organisation),
    open<Signature>('signatures', byKey),
  );
  const datasets = new Datasets(settings.demonstrationDir);
  const taken = open<TakenCase>('department-cases', (each) => `${each.system} ${each.key}`);

  const calls = new CallLog(open<Call>('calls', (call) => call.requestId));
  const signed = Router();
  signed.use(requireErrand(calls, !settings.withoutErrand));
  signed.use('/licenses', licenceRoutes(licences, holders));
  signed.use('/seals', sealRoutes(seals));
  signed.use('/payments', orderRoutes(orders, url));
  signed.use('/exchange', exchangeRoutes(datasets, licences, holders));
  signed.use('/department-systems', departmentSystemRoutes(taken, notices));
  signed.use('/bank', bankRoutes(open<Batch>('batches', byKey)));
  const deposits = open<Deposit>('archive-deposits', byKey);
  const archives = new Archives(join(settings.dataDir, 'archives'), deposits);
  signed.use('/archives', archiveRoutes(archives, faults));
  signed.use('/regulation', regulationRoutes(open<RegulationResult>('regulation', byKey)));
  const texts = open<TextMessage>('text-messages', byKey);
  signed.use('/text-messages', textMessageRoutes(texts, people, faults));
  notices.resume();
  return {
    signed,
    pay: payRoutes(orders, settings.platformUrl),
    telephones: telephoneRoutes(texts, people),
    callLog: callLogRoutes(calls),
    stop() {
      notices.stop();
      for (const journal of journals) journal.close();
    },
  };
}
