import { Router } from 'express';
import { Body } from '../body.js';
import { Problem } from '../problems.js';
import type { Seals } from './seals.js';

function readDigest(body: Body): string {
  const digest = body.text('digest');
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  throw new Problem(422, 'wrong-digest', '摘要应为 SM3 的 64 位十六进制小写文本。');
}

export function sealRoutes(seals: Seals): Router {
  const router = Router();
  router.post('/query', (request, response) => {
    const body = new Body(request.body).object('organisation');
    const { id, name, publicKey } = seals.sealOf(body.text('id'), body.text('name'));
    response.json({ items: [{ id, name, publicKey }] });
  });
  router.post('/signatures', (request, response) => {
    const body = new Body(request.body);
    const organisation = body.object('organisation');
    const seal = seals.sealOf(organisation.text('id'), organisation.text('name'));
    response.status(201).json(seals.sign(body.text('key'), seal, readDigest(body)));
  });
  router.get('/:id/certificate', (request, response) => {
    response.json(seals.certificate(request.params.id));
  });
  router.post('/:id/revocation', (request, response) => {
    response.json(seals.revoke(request.params.id));
  });
  router.post('/verification', (request, response) => {
    const body = new Body(request.body);
    const valid = seals.verify(readDigest(body), body.text('signature'), body.text('publicKey'));
    response.json({ valid });
  });
  return router;
}
