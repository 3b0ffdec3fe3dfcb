/** What `record` is told of a step: the case as it now is, in full, and what the step did. */
import { position, workingDayTimers, type Command, type Json } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { DeemedTask } from './deemed-acts.js';
import { isAtRest, memoryOf, type CarriedCase } from './continue-as-new-state.js';
import { withDue } from './case-limits.js';
import type { CaseCommand, CaseInput, Cause, LegalColumns, RecordInput } from './contracts/case.js';
import type { LegalSide } from './legal-side.js';
import { completedElements, thrownBy, timelineOf } from './timeline.js';

interface Case {
  input: CaseInput;
  model: ProcessModel;
  carried: CarriedCase;
  legal: LegalSide;
}

interface Step {
  commands: Command[];
  previousCause: Cause | null;
  at: number;
  command?: CaseCommand;
  /** Tasks that the law itself completed. */
  answered: DeemedTask[];
}

/** Counts the periods anew, and takes the step's legal moves: they are told once. */
export function recordedStep(
  { input, model, carried, legal }: Case,
  { commands, previousCause, at, command, answered }: Step,
): RecordInput & { legal: LegalColumns } {
  const { tasks, subscriptions, incidents, variables } = position(model, carried.engine);
  const { ended } = carried;
  const rests = isAtRest(carried);
  const columns = legal.recount();
  const timers = rests
    ? []
    : workingDayTimers(carried.engine).map(({ due, from, days }) => ({ due, from, days }));
  const back = command?.kind === 'modify' ? command.back : undefined;
  return {
    caseNumber: input.caseNumber,
    step: carried.step,
    cause: carried.cause,
    previousCause,
    state: carried.state,
    ended,
    tasks: rests ? [] : tasks.map((task) => withDue(input, legal.pauses, task)),
    subscriptions: rests ? [] : subscriptions,
    thrown: thrownBy(commands),
    incidents: rests ? [] : incidents,
    dates: carried.dates,
    dueAt: carried.dueAt,
    promisedDueAt: carried.promisedDueAt,
    engineState: carried.engine,
    variables,
    timeline: timelineOf(commands, at, command, answered),
    completed: completedElements(commands),
    movedTo: command?.kind === 'migrate' ? command.model.$model : undefined,
    backTo: back?.to,
    backToTask: back?.answeredBy,
    moves: legal.take(),
    legal: columns,
    ...(timers.length > 0 && { workingDayTimers: timers }),
    pauses: legal.pauses,
    memory: memoryOf(carried) as unknown as Record<string, Json>,
    calendar: input.calendar.version,
    at,
    actor: command?.actor,
  };
}
