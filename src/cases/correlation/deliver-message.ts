/** One message to the case that waits for it: sent as an Update, and noted as taken or not. */
import {
  ApplicationFailure,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import {
  COMMAND_UPDATE,
  type CaseAnswer,
  type CaseCommand,
} from '../../../workflows/contracts/case.js';
import { audit } from '../../people/index.js';
import { refusedTooEarly } from '../commands/index.js';
import { reachFaultPoint } from '../../platform/fault/fault-points.js';
import { confinedBy, PATIENCE, type Reach } from './cases-reached.js';
import { notTaken, taken, type MessageRow } from './messages.js';

/** @throws what kept the case from answering; the message stays offered */
export async function deliverMessage(reach: Reach, message: MessageRow): Promise<void> {
  const outcome = await tell(reach, message);
  if (outcome === null) return;
  reachFaultPoint('after-delivery');
  await reach.dataSource.transaction(async (manager) => {
    if (outcome === 'not-taken') return notTaken(manager, message);
    await taken(manager, message);
    await audit(manager, {
      person: null,
      act: 'message.deliver',
      target: `case:${message.receiver}`,
      outcome: 'done',
      detail: { message: message.id, name: message.name },
    });
  });
}

/** Null = the case has not begun, or has to catch up with what is on record, so it is sent again. */
type Outcome = 'taken' | 'not-taken' | null;

/** One attempt. @throws when there is no answer */
async function tell(reach: Reach, message: MessageRow): Promise<Outcome> {
  const { id, name, key, variables, receiver, offers, publisher } = message;
  const subscription = message.subscription_id;
  const command: CaseCommand = {
    id,
    kind: 'deliver',
    actor: { person: 'system' },
    subscription: subscription!,
    name,
    ...(key !== null && { key }),
    variables,
    ...confinedBy(publisher),
  };
  try {
    await reach.temporal.withDeadline(Date.now() + PATIENCE, () =>
      reach.temporal.workflow
        .getHandle(receiver!)
        // Each offer asks anew: an update that was refused stays refused.
        .executeUpdate<CaseAnswer, [CaseCommand]>(COMMAND_UPDATE, {
          args: [command],
          updateId: `${id}.${offers}`,
        }),
    );
    return 'taken';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return takenBefore(reach, message);
    const refused = refusedBy(error);
    if (!refused) throw error;
    const { manager } = reach.dataSource;
    return (await refusedTooEarly(manager, receiver!, refused)) ? null : 'not-taken';
  }
}

/** A closed workflow answers no more: its recorded steps do. */
async function takenBefore(reach: Reach, message: MessageRow): Promise<Outcome> {
  const [row] = await reach.dataSource.query<{ ended: boolean; taken: boolean }[]>(
    `SELECT ended, EXISTS (SELECT 1 FROM case_step
                            WHERE case_number = number AND cause = $2 AND NOT superseded) AS taken
       FROM cases WHERE number = $1`,
    [message.receiver, `message:${message.id}`],
  );
  if (row?.ended && row.taken) return 'taken';
  return !row || row.ended ? 'not-taken' : null;
}

/** What the case says of a message it will not take; `busy` and the like are no answers. */
function refusedBy(error: unknown): ApplicationFailure | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return null;
  return cause.type === 'message-not-awaited' || cause.type === 'already-ended' ? cause : null;
}
