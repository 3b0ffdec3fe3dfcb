/** Cases driven by element ids instead of keys, with a virtual clock where there is one. */
import { EventRefused } from '../engine/index.js';
import type { Clock, Event, Incident, Position, Variables } from '../engine/index.js';
import type { MessageTarget, ProcessModel } from '../model/process.js';
import { fixedName, signalStartsOf, startsOf, type ProcessStart } from '../model/starts.js';
import type { ScriptedCase, Start, ScriptHost, Thrown, Waiting } from './scripted-case.js';

const DAY = 86_400_000;
/** A Monday morning in China; scripts only see what passes since. */
const BEGINNING = Date.parse('2026-03-02T09:00:00+08:00');

/** Monday to Friday, without holidays: scripts test diagrams, not calendars. */
export const scriptClock: Clock = {
  dayLength: DAY,
  addWorkingDays(from, workingDays) {
    let at = from;
    for (let left = workingDays; left > 0;) {
      at += DAY;
      const weekday = new Date(at + DAY / 3).getUTCDay();
      if (weekday !== 0 && weekday !== 6) left -= 1;
    }
    return at;
  },
};

/** Something that waits, with the case it waits in. */
export interface Found extends Waiting {
  in: ScriptedCase;
}

type EventWithoutTime = Event extends infer E ? (E extends Event ? Omit<E, 'at'> : never) : never;

/** What ends a delivery without an error: nobody waits. */
const UNHEARD = ['message-not-awaited', 'signal-not-awaited', 'already-ended'];

/** The case that a script starts and those that other pools of its collaboration become. */
export class ScriptRunner {
  at = BEGINNING;
  private readonly cases: ScriptedCase[] = [];
  private readonly counts = new Map<string, number>();
  /** Elements that tokens left, one after another. */
  readonly left: string[] = [];
  /** Refusals that count as incidents: what a host would show to the person. */
  private readonly refusals: Pick<Incident, 'element' | 'code'>[] = [];

  /** @param pools the processes of the collaboration by id */
  constructor(
    private readonly host: ScriptHost,
    private readonly pools: ReadonlyMap<string, ProcessModel>,
    private readonly hold: ReadonlySet<string>,
  ) {}

  /** Of the case that was started. */
  get position(): Position {
    const [main] = this.cases;
    if (!main) throw new Error('nothing was started');
    return main.position;
  }

  /** Of every case that there is by now. */
  get positions(): Position[] {
    return this.cases.map((one) => one.position);
  }

  get incidents(): Pick<Incident, 'element' | 'code'>[] {
    return [...this.cases.flatMap((one) => one.position.incidents), ...this.refusals];
  }

  count(element: string): number {
    return this.counts.get(element) ?? 0;
  }

  /** Everything that waits for a step of the script, in all cases. */
  waiting(): Found[] {
    return this.cases.flatMap((one) => one.waiting().map((waiting) => ({ ...waiting, in: one })));
  }

  /** Applies an event to the case that was started, or to another. */
  async apply(event: EventWithoutTime, to = this.cases[0]): Promise<void> {
    if (!to) throw new Error('nothing was started');
    const { completed, thrown } = await to.apply({ ...event, at: this.at });
    this.left.push(...completed);
    for (const element of completed) this.counts.set(element, this.count(element) + 1);
    for (const one of thrown) {
      if (one.kind === 'message') await this.carry(one, to);
      else await this.broadcast(one.name, one.variables, to);
    }
    await this.passChild(to);
  }

  /** A message from outside reaches one who waits; nobody keeps it when nobody does. */
  async deliver(name: string, key: string | undefined, variables: Variables): Promise<void> {
    const heard = this.cases.find((one) =>
      one.position.subscriptions.some(
        (awaited) =>
          awaited.kind === 'message' &&
          awaited.name === name &&
          (awaited.key === undefined || awaited.key === key),
      ),
    );
    if (heard) await this.apply({ type: 'messageReceived', name, key, variables }, heard);
  }

  /**
   * A signal reaches all who wait, but for the case that threw it and has had it, and opens the
   * other processes that begin with it.
   */
  async broadcast(name: string, variables: Variables, thrower?: ScriptedCase): Promise<void> {
    const running = this.cases.filter((one) => one !== thrower);
    for (const one of running)
      await unlessUnheard(this.apply({ type: 'signalReceived', name, variables }, one));
    for (const [process, { entry }] of this.openedBy(name, thrower))
      await this.begin(process, { variables, signal: name, startEvent: entry });
  }

  /** The process that the script starts is started by the script alone, and none by itself. */
  private openedBy(signal: string, thrower: ScriptedCase | undefined): [string, ProcessStart][] {
    const main = this.cases[0]?.model;
    return [...this.pools].flatMap(([process, model]) => {
      if (model === main || model === thrower?.model) return [];
      const start = signalStartsOf(model).find(
        ({ definition }) => fixedName(definition) === signal,
      );
      return start ? [[process, start] as [string, ProcessStart]] : [];
    });
  }

  /** Notes that a person's outcome was refused; the task stays open. */
  refuse(element: string, error: unknown): void {
    if (!(error instanceof EventRefused) || error.code !== 'unknown-outcome') throw error;
    this.refusals.push({ element, code: 'unknown-outcome' });
  }

  /** Moves the clock; timers of all cases fire in the order of their due time. */
  async advance(until: number): Promise<void> {
    for (;;) {
      const timers = this.cases.flatMap((one) =>
        one.position.timers.map((timer) => ({ ...timer, in: one })),
      );
      const next = timers.reduce<(typeof timers)[number] | undefined>(
        (first, timer) => (first && first.due <= timer.due ? first : timer),
        undefined,
      );
      if (!next || next.due > until) break;
      this.at = Math.max(this.at, next.due);
      await this.apply({ type: 'timerFired', id: next.id }, next.in);
    }
    this.at = Math.max(this.at, until);
  }

  /** Starts a case of one of the processes. */
  async begin(process: string, start: Start): Promise<void> {
    const model = this.pools.get(process);
    if (!model) throw new Error(`no process ${process}`);
    const started = this.host.open(model);
    this.cases.push(started);
    await this.apply({ type: 'start', ...start }, started);
  }

  /** A message flow starts another pool, or leads to the case that it has become. */
  private async carry(
    { element, name, key, variables }: Thrown,
    from: ScriptedCase,
  ): Promise<void> {
    const target = from.model.messageFlows?.[element];
    const model = target && this.pools.get(target.process);
    if (!target || !model) return;
    const start = startAt(model, target, name);
    if (start) {
      const message = fixedName(start.definition);
      await this.begin(model.id, { variables, startEvent: start.entry, message });
      return;
    }
    for (const one of this.cases.filter((other) => other.model === model)) {
      const awaited = one.position.subscriptions.find(
        (each) =>
          each.kind === 'message' &&
          (target.element === undefined ? each.name === name : each.element === target.element) &&
          (each.key === undefined || key === undefined || each.key === key),
      );
      if (!awaited) continue;
      const { id: subscription, name: heard, key: wanted } = awaited;
      await this.apply(
        { type: 'messageReceived', name: heard, key: wanted, subscription, variables },
        one,
      );
      return;
    }
  }

  /** Answers a case of its own that nobody holds. */
  private async passChild(place: ScriptedCase): Promise<void> {
    const child = place.position.children.find(({ element }) => !this.hold.has(element));
    if (child)
      await this.apply({ type: 'childDone', occurrence: child.occurrence, result: {} }, place);
  }
}

async function unlessUnheard(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof EventRefused) || !UNHEARD.includes(error.code)) throw error;
  }
}

/** The start that a message flow leads to; undefined = it leads to somebody who runs already. */
const startAt = (
  model: ProcessModel,
  { element }: MessageTarget,
  name: string,
): ProcessStart | undefined =>
  startsOf(model).find((start) =>
    element === undefined
      ? start.definition.type === 'message' && fixedName(start.definition) === name
      : start.element === element,
  );
