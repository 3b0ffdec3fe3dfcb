import express, { Router, type RequestHandler, type Response } from 'express';
import { Body } from '../body.js';
import { Problem, sendProblem } from '../problems.js';
import { FAULT_MODES, type Fault, type FaultMode, type Faults } from './faults.js';

function readMode(text: string): FaultMode {
  const mode = FAULT_MODES.find((each) => each === text);
  if (mode) return mode;
  throw new Problem(400, 'unknown-fault', `故障方式只能是 ${FAULT_MODES.join('、')}。`);
}

/** The operator's switchboard. Unsigned, like the switch of a test bench. */
export function faultRoutes(faults: Faults): Router {
  const router = Router();
  router.use(express.json());
  router.get('/', (_request, response) => {
    response.json({ items: faults.all() });
  });
  router.put('/', (request, response) => {
    const body = new Body(request.body);
    const fault: Fault = {
      match: body.text('match'),
      mode: readMode(body.text('mode')),
      ms: body.optionalInteger('ms'),
      times: body.optionalInteger('times'),
    };
    faults.set(fault);
    response.json(fault);
  });
  router.delete('/', (request, response) => {
    const { match, mode } = request.query;
    faults.clear(
      typeof match === 'string' ? match : undefined,
      typeof mode === 'string' ? readMode(mode) : undefined,
    );
    response.status(204).end();
  });
  return router;
}

/** Carries out a request as usual but cuts the line instead of answering. */
function loseAnswer(response: Response) {
  const cut = () => {
    response.socket?.destroy();
    return response;
  };
  response.send = cut;
  response.json = cut;
  response.end = cut as Response['end'];
}

/** Strikes requests with the faults that are switched on. */
export function faultInjection(faults: Faults): RequestHandler {
  return (request, response, next) => {
    const fault = faults.onRequest(request.path);
    switch (fault?.mode) {
      case undefined:
      case 'lost-notice':
      case 'double-notice':
      case 'returned-notice':
      case 'late-receipt':
      case 'wrong-receipt':
      case 'refused-receipt':
        return next();
      case 'delay':
        setTimeout(next, fault?.ms ?? 1000);
        return;
      case 'error':
        return sendProblem(response, 503, 'switched-fault', '省平台故障（演练）。');
      case 'refused':
        return sendProblem(response, 422, 'switched-refusal', '省平台拒绝办理（演练）。');
      case 'lost-answer':
        loseAnswer(response);
        return next();
      case 'timeout':
        return; // The caller's own time limit ends it.
    }
  };
}
