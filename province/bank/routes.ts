import { Router } from 'express';
import { Body } from '../body.js';
import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';

interface Line {
  id: string;
  account: string;
  amountCents: number;
}

/** A payment list handed to the agent bank (代发银行). */
export interface Batch {
  key: string;
  batchNo: string;
  lines: Line[];
}

/** The bank's rule of the demonstration: no such account when it is malformed or ends in four zeros. */
function refusal(line: Line): string | null {
  if (!/^\d{16,19}$/.test(line.account)) return '账号格式不正确';
  return line.account.endsWith('0000') ? '账号不存在或户名不符' : null;
}

function readLine(body: Body): Line {
  return {
    id: body.text('id'),
    account: body.text('account'),
    amountCents: body.integer('amountCents'),
  };
}

function returnFile(batch: Batch) {
  const lines = batch.lines.map((line) => {
    const reason = refusal(line);
    return { id: line.id, result: reason === null ? 'paid' : 'failed', reason };
  });
  return { batchNo: batch.batchNo, lines };
}

/** Pays a benefit list line by line; the return file says which lines failed and why. */
export function bankRoutes(batches: Journal<Batch>): Router {
  const router = Router();
  router.post('/batches', (request, response) => {
    const body = new Body(request.body);
    const key = body.text('key');
    const batch =
      batches.get(key) ??
      batches.put({
        key,
        batchNo: `DF${String(batches.size + 1).padStart(8, '0')}`,
        lines: body.list('lines').map(readLine),
      });
    response.status(202).json({ batchNo: batch.batchNo });
  });
  router.get('/batches/:batchNo/return-file', (request, response) => {
    const { batchNo } = request.params;
    const batch = [...batches.values()].find((each) => each.batchNo === batchNo);
    if (!batch) throw new Problem(404, 'unknown-batch', `没有代发批次 ${batchNo}。`);
    response.json(returnFile(batch));
  });
  return router;
}
