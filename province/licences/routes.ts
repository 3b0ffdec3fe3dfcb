import { Router } from 'express';
import { Body } from '../body.js';
import type { HolderResolver } from '../holder.js';
import { Problem } from '../problems.js';
import { isLicenceIdentifier } from './identifier.js';
import type { Licence, LicenceOrder, Licences, VersionOrder } from './licences.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function day(text: string): string {
  if (DAY.test(text)) return text;
  throw new Problem(400, 'wrong-date', `日期 ${text} 应写成 2026-01-31 的形式。`);
}

function readOrder(body: Body, holders: HolderResolver): LicenceOrder {
  const issuer = body.object('issuer');
  const validTo = body.optionalText('validTo');
  return {
    key: body.text('key'),
    name: body.text('name'),
    region: body.text('region'),
    issuer: { creditCode: issuer.text('creditCode'), name: issuer.text('name') },
    holder: holders.read(body.object('holder')),
    issuedOn: day(body.text('issuedOn')),
    validTo: validTo === undefined ? null : day(validTo),
    data: body.raw('data') ?? {},
  };
}

function readVersion(body: Body): VersionOrder {
  const validTo = body.optionalText('validTo');
  const data = body.raw('data');
  return {
    key: body.text('key'),
    reason: body.text('reason'),
    issuedOn: day(body.text('issuedOn')),
    ...(validTo !== undefined && { validTo: day(validTo) }),
    ...(data !== undefined && { data }),
  };
}

function readEnd(body: Body): 'revoked' | 'cancelled' {
  const state = body.text('state');
  if (state === 'revoked' || state === 'cancelled') return state;
  throw new Problem(400, 'wrong-state', '证照只能撤销（revoked）或者注销（cancelled）。');
}

/** What anybody with a signature may see; the whole licence needs a purpose. */
function summary({ identifier, number, name, issuer, issuedOn, validTo, state }: Licence) {
  return { identifier, number, name, issuer, issuedOn, validTo, state };
}

export function licenceRoutes(licences: Licences, holders: HolderResolver): Router {
  const router = Router();
  router.post('/', (request, response) => {
    const licence = licences.issue(readOrder(new Body(request.body), holders));
    response.status(201).json(summary(licence));
  });
  router.post('/query', (request, response) => {
    const body = new Body(request.body);
    const { idNumber } = holders.read(body.object('holder'));
    const name = body.optionalText('name');
    const held = licences.ofHolder(idNumber).filter((each) => !name || each.name === name);
    response.json({ items: held.map(summary) });
  });
  router.post('/:identifier/versions', (request, response) => {
    const order = readVersion(new Body(request.body));
    response.status(201).json(summary(licences.version(request.params.identifier, order)));
  });
  router.post('/:identifier/end', (request, response) => {
    const body = new Body(request.body);
    const ended = licences.end(request.params.identifier, readEnd(body), body.text('reason'));
    response.json(summary(ended));
  });
  router.post('/:identifier/verification', (request, response) => {
    const { identifier } = request.params;
    const wellFormed = isLicenceIdentifier(identifier);
    const licence = wellFormed ? licences.find(identifier) : undefined;
    response.json({ wellFormed, valid: licence?.state === 'valid' });
  });
  router.get('/:identifier', (request, response) => {
    const { purpose } = request.query;
    if (typeof purpose !== 'string' || purpose === '') {
      throw new Problem(400, 'missing-purpose', '调用电子证照应写明用途（purpose）。');
    }
    response.json(licences.find(request.params.identifier));
  });
  return router;
}
