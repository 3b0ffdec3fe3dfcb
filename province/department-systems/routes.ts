import { Router } from 'express';
import { Body } from '../body.js';
import type { Journal } from '../journal.js';
import type { Notices } from '../notices.js';
import { Problem } from '../problems.js';

/** A case a department system (垂管系统) has taken over. */
export interface TakenCase {
  key: string;
  system: string;
  externalNumber: string;
  caseNumber: string;
  item: string;
  steps: { step: string; outcome: string | null; at: string }[];
}

/** Systems the stand-in plays: fire, tobacco, tax. */
const SYSTEMS: Record<string, string> = { fire: '消防', tobacco: '烟草专卖', tax: '税务' };

/** The steps a department system sends back, in this order. */
const STEPS: { step: string; outcome: string | null }[] = [
  { step: 'accepted', outcome: null },
  { step: 'handled', outcome: null },
  { step: 'decided', outcome: 'grant' },
];

function takeOver(system: string, body: Body, serial: number): TakenCase {
  const at = new Date().toISOString();
  return {
    key: body.text('key'),
    system,
    externalNumber: `${system.toUpperCase()}-${String(serial).padStart(6, '0')}`,
    caseNumber: body.text('caseNumber'),
    item: body.text('item'),
    steps: STEPS.map((step) => ({ ...step, at })),
  };
}

/** Takes a case once and sends back its steps; nobody types twice. */
export function departmentSystemRoutes(cases: Journal<TakenCase>, notices: Notices): Router {
  const router = Router();
  router.post('/:system/cases', (request, response) => {
    const { system } = request.params;
    if (!(system in SYSTEMS)) {
      throw new Problem(404, 'unknown-system', `没有部门系统 ${system}。`);
    }
    const body = new Body(request.body);
    let taken = cases.get(`${system} ${body.text('key')}`);
    if (!taken) {
      taken = cases.put(takeOver(system, body, cases.size + 1));
      const { externalNumber, caseNumber } = taken;
      for (const step of taken.steps) {
        notices.send('/department-systems', externalNumber, '/api/notices/department-system', {
          system,
          externalNumber,
          caseNumber,
          ...step,
        });
      }
    }
    response.status(202).json({ externalNumber: taken.externalNumber });
  });
  router.get('/:system/cases/:externalNumber', (request, response) => {
    const { system, externalNumber } = request.params;
    const taken = [...cases.values()].find((each) => each.externalNumber === externalNumber);
    if (taken?.system !== system) {
      throw new Problem(404, 'unknown-case', `部门系统没有办件 ${externalNumber}。`);
    }
    response.json(taken);
  });
  return router;
}
