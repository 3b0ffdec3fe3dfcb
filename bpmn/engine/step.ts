import type { ProcessModel, UserTask } from '../model/process.js';
import { EventRefused, type Clock, type Event, type StepResult } from './api.js';
import { throwEscalation } from './catching.js';
import { lookAtConditions } from './conditions.js';
import { entryFor, placeOf, startBy } from './entries.js';
import { Failure } from './failure.js';
import { raise, resolve } from './incidents.js';
import { runToCompletion } from './run-to-completion.js';
import { closeOpen, findOpen } from './wait-states.js';
import { Run } from './run.js';
import { open } from './scopes.js';
import { emptyState, type Instance, type Open, type State } from './state.js';
import { modify } from './modification.js';
import { deliverSignal, disarm, findReceiver, findTimer } from './triggers.js';
import { assignAll, assignAnswer } from './variables.js';

/**
 * A case of this process before its `start` event.
 * @param engine the changes of behaviour it was opened under (`behaviour-flags.ts`); by default all
 */
export const initialState = (model: ProcessModel, engine?: number): State =>
  emptyState(model.id, engine);

/**
 * Applies one event and runs until every token waits. The given state stays as it is.
 * @throws EventRefused when the event names something that is not open; nothing has changed then
 */
export function step(
  model: ProcessModel,
  state: State,
  event: Event,
  clock: Clock,
): StepResult<State> {
  const run = new Run(model, state, event.at, clock);
  if (state.ended) throw new EventRefused('already-ended', '办件已经结束，不再接受新的动作');
  if (event.type !== 'start' && !state.started) {
    throw new EventRefused('not-started', '办件尚未开始');
  }
  (appliers[event.type] as Applier)(run, event as never);
  if (run.changes.any) lookAtConditions(run);
  runToCompletion(run);
  return { state: run.state, commands: run.commands };
}

type Applier = (run: Run, event: Event) => void;
type Appliers = {
  [T in Event['type']]: (run: Run, event: Extract<Event, { type: T }>) => void;
};

/** What each event does before the tokens move. */
const appliers: Appliers = {
  start(run, event) {
    if (run.state.started) throw new EventRefused('already-started', '办件已经开始');
    const root = run.add({
      id: run.nextId(),
      element: '',
      parent: '',
      variables: { ...event.variables },
      triggers: [],
    });
    const entry = entryFor(run, event);
    run.state.started = true;
    if (entry && entry.type !== 'startEvent') {
      startBy(run, root, entry, event);
      return;
    }
    if (entry) run.cameFirst = placeOf(entry, event);
    open(run, root, entry?.id);
  },

  completeTask(run, { key, answer, variables = {} }) {
    const instance = owing(run, 'task', key, 'task-not-open', '任务已不在办理中');
    const task = run.bodies.element(instance) as UserTask;
    checkOutcome(task, answer.outcome);
    conclude(run, instance);
    const { outcome = null, opinion = null, form = null } = answer;
    if (outcome !== null || opinion !== null || form !== null) {
      assignAnswer(run, instance, { outcome, opinion, form });
    }
    assignAll(run, instance, variables);
    run.push({ do: 'complete', in: instance.id });
  },

  activityDone(run, { occurrence, result, variables = {} }) {
    const instance = owing(run, 'activity', occurrence, 'activity-not-open', '这次调用已不在进行');
    finish(run, instance, result, variables);
  },

  activityFailed(run, { occurrence, error, message }) {
    const instance = owing(run, 'activity', occurrence, 'activity-not-open', '这次调用已不在进行');
    fail(run, instance, error, message);
  },

  childDone(run, { occurrence, result }) {
    finish(
      run,
      owing(run, 'child', occurrence, 'child-not-open', '这个子办件已不在进行'),
      result,
      {},
    );
  },

  childFailed(run, { occurrence, error, message }) {
    fail(
      run,
      owing(run, 'child', occurrence, 'child-not-open', '这个子办件已不在进行'),
      error,
      message,
    );
  },

  timerFired(run, { id }) {
    const found = findTimer(run, id);
    if (!found) throw new EventRefused('timer-not-open', '这个定时已不在等待');
    run.push({ do: 'trigger', in: found.owner.id, trigger: id, variables: {} });
  },

  messageReceived(run, { name, key, subscription, variables, confined }) {
    const found = findReceiver(run, name, key, subscription);
    if (!found) throw new EventRefused('message-not-awaited', `没有谁在等待消息“${name}”`);
    run.push({
      ...{ do: 'trigger', in: found.owner.id, trigger: found.trigger.id, variables },
      ...(confined && { confined }),
    });
  },

  signalReceived(run, { name, variables, confined }) {
    if (!deliverSignal(run, name, variables, confined))
      throw new EventRefused('signal-not-awaited', `没有谁在等待信号“${name}”`);
  },

  escalated(run, { key, code, variables = {} }) {
    const instance = findOpen(run, 'task', key) ?? findOpen(run, 'activity', key);
    if (!instance) throw new EventRefused('task-not-open', `任务已不在办理中（${key}）`);
    throwEscalation(run, instance, code, variables);
  },

  setVariables(run, { variables }) {
    const root = rootOf(run);
    Object.assign(root.variables, variables);
    run.changes.wrote(root.id, Object.keys(variables));
  },

  modify,

  retryIncident(run, { id, variables = {} }) {
    const incident = run.state.incidents[id];
    if (!incident) throw new EventRefused('incident-not-open', '这个异常已经处理');
    resolve(run, incident);
    assignAll(run, run.instance(incident.retry.in), variables);
    run.push(incident.retry);
  },
};

function rootOf(run: Run): Instance {
  for (const id in run.state.instances) return run.instance(id);
  throw new Error('a case that has started has a root');
}

function owing(run: Run, type: Open['type'], key: string, code: string, message: string): Instance {
  const instance = findOpen(run, type, key);
  if (!instance) throw new EventRefused(code, `${message}（${key}）`);
  return instance;
}

function checkOutcome({ outcomes, id, name }: UserTask, outcome: string | undefined): void {
  if (outcomes.length === 0 || outcomes.some((known) => known.id === outcome)) return;
  const known = outcomes.map((one) => `${one.id}（${one.name}）`).join('、');
  throw new EventRefused('unknown-outcome', `“${name ?? id}”的办理结果应为：${known}`);
}

/** What is done no longer waits for its boundary events, whatever its answer sets off. */
function conclude(run: Run, instance: Instance): void {
  closeOpen(run, instance, 'completed');
  disarm(run, instance);
}

function finish(
  run: Run,
  instance: Instance,
  result: Parameters<typeof assignAnswer>[2],
  variables: Parameters<typeof assignAll>[2],
): void {
  conclude(run, instance);
  if (result !== null) assignAnswer(run, instance, result);
  assignAll(run, instance, variables);
  run.push({ do: 'complete', in: instance.id });
}

function fail(run: Run, instance: Instance, error: string | undefined, message: string): void {
  closeOpen(run, instance, 'completed');
  if (error !== undefined) {
    run.push({ do: 'fail', in: instance.id, error, message });
    return;
  }
  const { id, name } = run.bodies.element(instance);
  const failure = new Failure(
    'adapter-failed',
    `“${name ?? id}”未能完成：${message}。排除原因后请重试`,
  );
  raise(run, { do: 'start', in: instance.id }, failure);
}
