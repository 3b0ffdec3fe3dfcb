import { Router } from 'express';
import type { Faults } from '../faults/faults.js';
import { Problem } from '../problems.js';
import type { Archives, Deposit } from './archives.js';
import { sm3 } from './package.js';

const CHECKING = { state: 'checking', checks: [] };

/** As it is told: with what it found of each property, of which package. */
const receiptOf = ({ state, number, reason, at, digest, checks = [] }: Deposit) => ({
  ...{ state, number, reason, at, digest, checks },
});

/** 电子档案系统: takes packages and answers later whether it keeps them. */
export function archiveRoutes(archives: Archives, faults: Faults): Router {
  const router = Router();
  router.put('/:key', (request, response) => {
    const digest = request.get('x-sm3') ?? '';
    if (!Buffer.isBuffer(request.body)) {
      throw new Problem(415, 'not-a-zip', '封装包应为 application/zip。');
    }
    const refuses = faults.onReceipt('/archives/taking') === 'refused-receipt';
    archives.take(String(request.params.key), digest, request.body, refuses);
    response.status(202).json({ state: 'checking' });
  });
  router.get('/:key/receipt', (request, response) => {
    const deposit = archives.find(String(request.params.key));
    const fault = faults.onReceipt('/archives/receipts');
    if (fault === 'late-receipt') return void response.json(CHECKING);
    const receipt = receiptOf(deposit);
    const another = { digest: sm3(Buffer.from(deposit.key)) };
    response.json({ ...receipt, ...(fault === 'wrong-receipt' && another) });
  });
  return router;
}
