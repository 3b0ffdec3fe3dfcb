import { Router } from 'express';
import { Body } from '../body.js';
import type { HolderResolver } from '../holder.js';
import type { Journal } from '../journal.js';
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

/** 数据共享交换: look-ups with a purpose, each one recorded. Personal numbers travel in bodies only. */
export function exchangeRoutes(
  datasets: Datasets,
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
      caseNumber: body.text('caseNumber'),
      purpose: body.text('purpose'),
    };
    const about = body.object('about');
    const number = about.optionalText('creditCode') ?? holders.read(about).idNumber;
    const records = datasets.lookUp(dataset, number);
    uses.put(use);
    response.json({ found: records.length > 0, records });
  });
  return router;
}
