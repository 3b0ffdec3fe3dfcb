import { Router } from 'express';
import { Body } from '../body.js';
import type { HolderResolver } from '../holder.js';
import type { Journal } from '../journal.js';
import type { Licence, Licences } from '../licences/licences.js';
import type { Datasets } from './datasets.js';

/** Who looked what up and why: the audit of use the exchange must be able to show. */
export interface Use {
  requestId: string;
  at: string;
  sender: string;
  dataset: string;
  caseNumber: string;
  purpose: string;
}

/** The data set that also holds what the province's own e-licence system issued. */
const LICENCE_STORE = 'licence-store';

function stored({ name, number, identifier, issuedOn, validTo }: Licence) {
  return { kind: name, name, number, identifier, issuedOn, validTo };
}

/** 数据共享交换: look-ups with a purpose, each one recorded. Personal numbers travel in bodies only. */
export function exchangeRoutes(
  datasets: Datasets,
  licences: Licences,
  holders: HolderResolver,
  uses: Journal<Use>,
): Router {
  const router = Router();
  router.get('/uses', (request, response) => {
    const { caseNumber } = request.query;
    const items = [...uses.values()].filter((use) => use.caseNumber === caseNumber);
    response.json({ items });
  });
  router.post('/:dataset/query', (request, response) => {
    const body = new Body(request.body);
    const { dataset } = request.params;
    const use = {
      requestId: request.get('x-request-id') ?? '',
      at: new Date().toISOString(),
      sender: request.get('x-sender-id') ?? '',
      dataset,
      // An application that is being filled in has no number yet.
      caseNumber: String(body.raw('caseNumber') ?? ''),
      purpose: body.text('purpose'),
    };
    const about = body.object('about');
    const number = about.optionalText('creditCode') ?? holders.read(about).idNumber;
    const records = datasets.lookUp(dataset, number);
    if (dataset === LICENCE_STORE) records.push(...licences.ofHolder(number).map(stored));
    uses.put(use);
    response.json({ found: records.length > 0, records });
  });
  return router;
}
