/** Signals to all who waited when they were thrown, many at a time. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { DELIVER_SIGNAL, type DeliveredSignal } from '../../../workflows/contracts/case.js';
import { reachFaultPoint } from '../../platform/fault/fault-points.js';
import type { Round } from '../../platform/recurring/index.js';
import { confinedBy, LEASE, type Reach } from './cases-reached.js';
import { leaseDeliveries, settleDeliveries, type SignalDelivery } from './signals.js';

/** Sent at a time. */
const SIGNALS = 200;
const SIGNALS_AT_ONCE = 20;

/** Sends signals on. @returns how many */
export async function deliverSignals(reach: Reach, round: Round): Promise<number> {
  const leased = await leaseDeliveries(reach.dataSource.manager, LEASE, SIGNALS);
  const queue = [...leased];
  const done: SignalDelivery[] = [];
  const missed: SignalDelivery[] = [];
  const send = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { signal_id: id, case_number: number } = next;
      const delivery = next;
      await round.item(`signal ${id} to case ${number}`, async () => {
        ((await signal(reach, delivery)) ? done : missed).push(delivery);
      });
    }
  };
  await Promise.all(Array.from({ length: SIGNALS_AT_ONCE }, send));
  reachFaultPoint('after-signals-sent');
  await settleDeliveries(reach.dataSource.manager, done, false);
  await settleDeliveries(reach.dataSource.manager, missed, true);
  return leased.length;
}

/** @returns whether the case got it before it ended @throws when it could not be reached now */
async function signal({ temporal }: Reach, delivery: SignalDelivery): Promise<boolean> {
  const { signal_id: id, name, variables, subscriptions, case_number: number } = delivery;
  const confined = confinedBy(delivery.publisher);
  const sent: DeliveredSignal = { id, name, variables, subscriptions, ...confined };
  try {
    await temporal.workflow.getHandle(number).signal(DELIVER_SIGNAL, sent);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
