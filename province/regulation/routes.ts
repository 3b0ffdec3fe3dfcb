import { Router } from 'express';
import { Body } from '../body.js';
import type { Journal } from '../journal.js';

/** A result the deciding body hands to the regulator (审管联动). */
export interface RegulationResult {
  key: string;
  caseNumber: string;
  item: string;
  regulator: string;
  outcome: string;
  receivedAt: string;
}

/** The regulation platform (互联网+监管) signs for results. */
export function regulationRoutes(results: Journal<RegulationResult>): Router {
  const router = Router();
  router.post('/results', (request, response) => {
    const body = new Body(request.body);
    const key = body.text('key');
    const result =
      results.get(key) ??
      results.put({
        key,
        caseNumber: body.text('caseNumber'),
        item: body.text('item'),
        regulator: body.text('regulator'),
        outcome: body.text('outcome'),
        receivedAt: new Date().toISOString(),
      });
    response.status(202).json({ receivedAt: result.receivedAt });
  });
  return router;
}
