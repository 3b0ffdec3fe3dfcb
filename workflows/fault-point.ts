/**
 * A place where the chaos tests kill the worker from inside a workflow: a sink call that reaches the
 * worker process. It costs nothing unless the worker was started with FAULT_FILE.
 */
import { proxySinks, type Sinks } from '@temporalio/workflow';

export interface FaultSinks extends Sinks {
  fault: { reached(point: string): void };
}

const { fault } = proxySinks<FaultSinks>();

export function faultPoint(point: 'before-continue-as-new'): void {
  fault.reached(point);
}
