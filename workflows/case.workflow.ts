/**
 * The case: Temporal's world turned into engine events, engine commands turned into activities,
 * timers and child workflows. Its id is the case number (decision 6, a case is one workflow).
 */
import {
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { CaseRun } from './case-run.js';
import type { CarriedCase } from './continue-as-new-state.js';
import {
  CALENDAR_CHANGED_SIGNAL,
  CHILD_ENDED_SIGNAL,
  COMMAND_UPDATE,
  CONTINUE_SIGNAL,
  DELIVER_SIGNAL,
  PARENT_WITHDRAWN_SIGNAL,
  POSITION_QUERY,
  type CaseAnswer,
  type CaseCommand,
  type CaseInput,
  type CasePosition,
  type CaseResult,
  type ChildEnded,
  type DeliveredSignal,
  type FrozenCalendar,
} from './contracts/case.js';
import { faultPoint } from './fault-point.js';

const command = defineUpdate<CaseAnswer, [CaseCommand]>(COMMAND_UPDATE);
const position = defineQuery<CasePosition>(POSITION_QUERY);
const childEnded = defineSignal<[ChildEnded]>(CHILD_ENDED_SIGNAL);
const parentWithdrawn = defineSignal<[string]>(PARENT_WITHDRAWN_SIGNAL);
const deliverSignal = defineSignal<[DeliveredSignal]>(DELIVER_SIGNAL);
const calendarChanged = defineSignal<[FrozenCalendar]>(CALENDAR_CHANGED_SIGNAL);
const continueSignal = defineSignal(CONTINUE_SIGNAL);

/** Updates a run takes before it continues as new; the server's own limit is 2,000. */
const MAX_UPDATES = 1500;

export async function caseWorkflow(input: CaseInput, carried?: CarriedCase): Promise<CaseResult> {
  const run = new CaseRun(input, carried);
  let updates = 0;
  let asked = false;
  const started = carried ? undefined : run.start();
  if (carried) run.restore();

  setHandler(position, () => run.position());
  setHandler(
    command,
    async (sent) => {
      updates += 1;
      // A repeated start of a case that has moved on since is answered with where it stands.
      return sent.kind === 'start' ? (started ?? run.standing()) : run.command(sent);
    },
    { validator: (sent) => run.validate(sent) },
  );
  setHandler(childEnded, async (ended) => void (await run.childEnded(ended)));
  setHandler(parentWithdrawn, async (reason) => void (await run.parentWithdrawn(reason)));
  setHandler(deliverSignal, async (sent) => void (await run.signal(sent)));
  setHandler(calendarChanged, async (calendar) => void (await run.calendarChanged(calendar)));
  setHandler(continueSignal, () => {
    asked = true;
  });

  const full = () =>
    asked || run.migrated || updates >= MAX_UPDATES || workflowInfo().continueAsNewSuggested;
  await untilCancelled(run, () => run.ended || (full() && run.idle));
  run.draining = !run.ended;
  await CancellationScope.nonCancellable(() => condition(() => run.idle && allHandlersFinished()));
  if (!run.ended) {
    faultPoint('before-continue-as-new');
    await continueAsNew<typeof caseWorkflow>(run.nextInput(), run.carry());
  }
  await tellParent(input, run.result());
  return run.result();
}

async function untilCancelled(run: CaseRun, reached: () => boolean): Promise<void> {
  try {
    await condition(reached);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    await CancellationScope.nonCancellable(() => run.terminate());
  }
}

async function tellParent(input: CaseInput, result: CaseResult): Promise<void> {
  if (!input.parent) return;
  const { caseNumber, occurrence } = input.parent;
  try {
    await CancellationScope.nonCancellable(() =>
      getExternalWorkflowHandle(caseNumber).signal(childEnded, { occurrence, result }),
    );
  } catch (error) {
    // The parent has ended (withdrawn): the child's own row says how it ended.
    if (isCancellation(error)) throw error;
  }
}
