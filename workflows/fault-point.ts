/**
 * A place where the chaos tests kill the worker from inside a workflow: a sink call that reaches the
 * worker process. It costs nothing unless the worker was started with FAULT_FILE.
 */
import { proxySinks, type Sinks } from '@temporalio/workflow';

export interface FaultSinks extends Sinks {
  fault: { reached(point: string): void };
}

const { fault } = proxySinks<FaultSinks>();

/** Set by a worker that was started to fail so (`busyCase` of the fault points); else not there. */
declare global {
  var FAULT_BUSY_CASE: string | undefined;
}

/** Keeps the thread busy for a minute or so: it counts, for there is no time here. */
export function busyPoint(caseNumber: string): void {
  if (globalThis.FAULT_BUSY_CASE !== caseNumber) return;
  let count = 0;
  while (count < 1e11) count += 1;
}

export function faultPoint(point: 'before-continue-as-new'): void {
  fault.reached(point);
}
