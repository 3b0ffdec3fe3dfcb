import { Router } from 'express';
import { Body } from '../body.js';
import type { HolderResolver } from '../holder.js';
import type { Licence, Licences } from '../licences/licences.js';
import type { Datasets } from './datasets.js';

/** The data set that also holds what the province's own e-licence system issued. */
const LICENCE_STORE = 'licence-store';

function stored({ name, number, identifier, issuedOn, validTo }: Licence) {
  return { kind: name, name, number, identifier, issuedOn, validTo };
}

/** 数据共享交换: who looked what up, and why, the log of calls says. Personal numbers travel in bodies only. */
export function exchangeRoutes(
  datasets: Datasets,
  licences: Licences,
  holders: HolderResolver,
): Router {
  const router = Router();
  router.post('/:dataset/query', (request, response) => {
    const { dataset } = request.params;
    const about = new Body(request.body).object('about');
    const number = about.optionalText('creditCode') ?? holders.read(about).idNumber;
    const records = datasets.lookUp(dataset, number);
    if (dataset === LICENCE_STORE) records.push(...licences.ofHolder(number).map(stored));
    response.json({ found: records.length > 0, records });
  });
  return router;
}
