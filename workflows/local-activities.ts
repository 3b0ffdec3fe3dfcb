import { proxyLocalActivities } from '@temporalio/workflow';
import type { CaseActivities } from './contracts/case.js';

/** Local, because short, idempotent and part of the step itself. */
export const local = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '3s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});
