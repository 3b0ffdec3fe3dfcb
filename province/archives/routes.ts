import { Router } from 'express';
import { Problem } from '../problems.js';
import type { Archives } from './archives.js';

/** 电子档案系统: takes packages and answers later whether it keeps them. */
export function archiveRoutes(archives: Archives): Router {
  const router = Router();
  router.put('/:key', (request, response) => {
    const digest = request.get('x-sm3') ?? '';
    if (!Buffer.isBuffer(request.body)) {
      throw new Problem(415, 'not-a-zip', '封装包应为 application/zip。');
    }
    archives.take(String(request.params.key), digest, request.body);
    response.status(202).json({ state: 'checking' });
  });
  router.get('/:key/receipt', (request, response) => {
    const { state, number, reason, at } = archives.find(String(request.params.key));
    response.json({ state, number, reason, at });
  });
  return router;
}
