/** Generated block-structured processes: whatever is chosen, every token can reach the end. */
import fc from 'fast-check';
import type { ProcessModel } from '../../model/process.js';
import { build, scope, type Part, type Plan } from './build.js';

/** Something that holds no other. */
const LEAVES = ['task', 'many', 'again', 'wait', 'delay', 'pass'] as const;
/** What holds others, and has one way in and one way out. */
const NESTS = [
  'row',
  'and',
  'xor',
  'or',
  'events',
  'sub',
  'subs',
  'guarded',
  'watched',
  'timed',
  'reminded',
  'handled',
  'undone',
  'failing',
  'escalating',
  'ad-hoc',
  'transaction',
] as const;
export type Block =
  | { kind: (typeof LEAVES)[number] }
  | { kind: (typeof NESTS)[number]; parts: Block[] };
type Nest = Extract<Block, { parts: Block[] }>;

export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constantFrom(...LEAVES) }),
    fc.record({
      kind: fc.constantFrom(...NESTS),
      parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).block;

/** The process that a block is drawn as. Its variable `n` decides at gateways. */
export function modelOf(drawn: Block): ProcessModel {
  const drawing = new Drawing({ count: 0 });
  const [first, last] = drawing.draw(drawn);
  drawing.plan.elements.push({ id: 's', type: 'startEvent' }, { id: 'end', type: 'endEvent' });
  drawing.plan.flows.push(`s>${first}`, `${last}>end`);
  return build(drawing.plan);
}

const JOINS = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' } as const;
const signal = (name: string) => ({ type: 'signal', name: { value: name } });
const timer = (kind: string, value: string) => ({
  type: 'timer',
  timer: { kind, value: { value } },
});

/** The first and the last element of what was drawn. */
type Ends = [string, string];

class Drawing {
  readonly plan: Plan = { elements: [], flows: [] };

  constructor(private readonly ids: { count: number }) {}

  draw(drawn: Block): Ends {
    return 'parts' in drawn ? this.nest(drawn) : this.leaf(drawn.kind);
  }

  private leaf(kind: (typeof LEAVES)[number]): Ends {
    const id = {
      task: () => this.add('userTask'),
      many: () =>
        this.add('userTask', { multiInstance: { sequential: false, cardinality: { feel: '2' } } }),
      again: () => this.add('userTask', { loop: { testBefore: false, maximum: { feel: '2' } } }),
      wait: () => this.add('intermediateCatchEvent', { definition: signal('go') }),
      delay: () => this.add('intermediateCatchEvent', { definition: timer('duration', 'PT1H') }),
      pass: () => this.add('task'),
    }[kind]();
    return [id, id];
  }

  private nest({ kind, parts }: Nest): Ends {
    switch (kind) {
      case 'row':
        return this.row(parts);
      case 'and':
      case 'xor':
      case 'or':
        return this.fork(kind, parts);
      case 'events':
        return this.race(parts);
      default:
        return this.scoped(kind, parts);
    }
  }

  private row(parts: Block[]): Ends {
    const ends = parts.map((part) => this.draw(part));
    ends.slice(1).forEach(([first], i) => this.plan.flows.push(`${ends[i]?.[1]}>${first}`));
    return [ends[0]?.[0] ?? '', ends.at(-1)?.[1] ?? ''];
  }

  private fork(kind: keyof typeof JOINS, parts: Block[]): Ends {
    const split = this.add(JOINS[kind]);
    const join = this.add(JOINS[kind]);
    parts.forEach((part, i) => {
      const [first, last] = this.draw(part);
      // the last branch is always open, so that some flow can be taken
      const condition = kind === 'and' || i === parts.length - 1 ? '' : `: n > ${i}`;
      this.plan.flows.push(`${split}>${first}${condition}`, `${last}>${join}`);
    });
    return [split, join];
  }

  private race(parts: Block[]): Ends {
    const gateway = this.add('eventBasedGateway');
    const join = this.add('exclusiveGateway');
    parts.forEach((part, i) => {
      const event = this.add('intermediateCatchEvent', { definition: signal(`race${i}`) });
      const [first, last] = this.draw(part);
      this.plan.flows.push(`${gateway}>${event}`, `${event}>${first}`, `${last}>${join}`);
    });
    return [gateway, join];
  }

  /** A sub-process, with what is special about it. */
  private scoped(kind: Nest['kind'], parts: Block[]): Ends {
    const inner = new Drawing(this.ids);
    const ends = inner.row(parts);
    if (kind === 'ad-hoc')
      return this.twice(
        this.add('adHocSubProcess', {
          body: scope(inner.plan),
          sequential: false,
          cancelRemaining: true,
        }),
      );
    inner.begin(ends[0]);
    inner.finish(kind, ends[1]);
    const sub = this.add('subProcess', {
      body: scope(inner.plan),
      ...(kind === 'subs' && {
        multiInstance: { sequential: true, cardinality: { feel: '2' } },
      }),
      ...(kind === 'transaction' && { transaction: true }),
    });
    const event = BORDERS[kind];
    return event ? this.roundabout(sub, event) : this.twice(sub);
  }

  private begin(first: string): void {
    this.plan.flows.push(`${this.add('startEvent')}>${first}`);
  }

  private finish(kind: Nest['kind'], last: string): void {
    if (kind === 'handled') this.handler();
    if (kind === 'undone') this.undoable();
    const definition = ENDS[kind];
    this.plan.flows.push(`${last}>${this.add('endEvent', definition && { definition })}`);
  }

  /** Beside the rest: an event sub-process that adds a task. */
  private handler(): void {
    const inner = new Drawing(this.ids);
    const definition = signal('note');
    const start = inner.add('startEvent', { definition });
    inner.plan.flows.push(`${start}>${inner.add('userTask')}`);
    const body = scope(inner.plan);
    this.add('eventSubProcess', { body, start, interrupting: false, definition });
  }

  /** Beside the rest: a task that is undone by another when the sub-process ends. */
  private undoable(): void {
    const handler = this.add('userTask', { isForCompensation: true });
    const task = this.add('userTask', { compensation: handler });
    this.add('boundaryEvent', { attachedTo: task, definition: { type: 'compensate', wait: true } });
    this.begin(task);
  }

  private roundabout(sub: string, event: Record<string, unknown>): Ends {
    const border = this.add('boundaryEvent', { attachedTo: sub, ...event });
    const round = this.add('userTask');
    this.plan.flows.push(`${border}>${round}`);
    // a token too many would wait at a parallel join for ever
    if (event['interrupting'] === false) return this.twice(sub);
    const join = this.add('exclusiveGateway');
    this.plan.flows.push(`${round}>${join}`, `${sub}>${join}`);
    return [sub, join];
  }

  private twice(id: string): Ends {
    return [id, id];
  }

  private add(type: Part['type'], more: Record<string, unknown> = {}): string {
    const id = `e${this.ids.count}`;
    this.ids.count += 1;
    this.plan.elements.push({ id, type, ...more });
    return id;
  }
}

const BORDERS: Partial<Record<Nest['kind'], Record<string, unknown>>> = {
  guarded: { definition: signal('alarm') },
  watched: { definition: signal('look'), interrupting: false },
  timed: { definition: timer('duration', 'P1D') },
  reminded: { definition: timer('cycle', 'R2/PT1H'), interrupting: false },
  failing: { definition: { type: 'error', code: 'E' } },
  escalating: { definition: { type: 'escalation', code: 'X' }, interrupting: false },
  transaction: { definition: { type: 'cancel' } },
};

const ENDS: Partial<Record<Nest['kind'], Record<string, unknown>>> = {
  undone: { type: 'compensate', wait: true },
  failing: { type: 'error', code: 'E' },
  escalating: { type: 'escalation', code: 'X' },
  transaction: { type: 'cancel' },
};
