/**
 * Generated diagrams, made of blocks, in words that bpmn-engine understands as we do: what it takes
 * for something else than the standard is left out.
 */
import fc from 'fast-check';

const LEAVES = ['task', 'many', 'each', 'pass'] as const;
const NESTS = ['row', 'and', 'xor', 'sub', 'one-by-one', 'at-once', 'race'] as const;
const GUARDED = ['alarmed', 'watched', 'timed', 'failing', 'stopped'] as const;

export type Drawn =
  | { kind: (typeof LEAVES)[number] }
  | { kind: (typeof NESTS)[number] | (typeof GUARDED)[number]; parts: Drawn[] };

export const drawn: fc.Arbitrary<Drawn> = fc
  .letrec<{ drawn: Drawn }>((tie) => ({
    drawn: fc.oneof(
      { maxDepth: 3 },
      fc.record({ kind: fc.constantFrom(...LEAVES) }),
      fc.record({
        kind: fc.constantFrom(...NESTS, ...GUARDED),
        parts: fc.array(tie('drawn'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }))
  .drawn.filter(
    (what) =>
      !choosesBadly(what) &&
      !isForkInterrupted(what) &&
      !isRepeatedEvent(what) &&
      !(has(what, ({ kind }) => kind === 'race') && has(what, failsAtOnce)),
  );

/** What has an exclusive gateway around it. */
const CHOOSING = ['xor', 'race', 'alarmed', 'timed', 'failing'];

/**
 * bpmn-engine was seen to stay running after a fork with an exclusive gateway in one branch, and not
 * to catch an error that is thrown after one.
 */
function choosesBadly(what: Drawn, badly = false): boolean {
  if (!('parts' in what)) return false;
  if (CHOOSING.includes(what.kind) && badly) return true;
  const bad = badly || ['and', 'stopped', 'failing'].includes(what.kind);
  return what.parts.some((part) => choosesBadly(part, bad));
}

const has = (what: Drawn, is: (what: Drawn) => boolean): boolean =>
  is(what) || ('parts' in what && what.parts.some((part) => has(part, is)));

/**
 * bpmn-engine was seen not to catch an error that is thrown in the very turn in which an event came:
 * the sub-process completed instead.
 */
const failsAtOnce = (what: Drawn): boolean =>
  what.kind === 'failing' && !has(what, ({ kind }) => ['task', 'many', 'each'].includes(kind));

/** When bpmn-engine interrupts a fork, it completes the join of what it took away. */
function isForkInterrupted(what: Drawn, guarded = false): boolean {
  if (!('parts' in what)) return false;
  if (guarded && (what.kind === 'and' || what.kind === 'stopped')) return true;
  const inside = guarded || what.kind === 'alarmed' || what.kind === 'timed';
  return what.parts.some((part) => isForkInterrupted(part, inside));
}

/** An event in a repeated sub-process cannot be named there: all instances have the same id. */
function isRepeatedEvent(what: Drawn, repeated = false): boolean {
  if (!('parts' in what)) return false;
  if (repeated && ['race', ...GUARDED].includes(what.kind)) return true;
  const inside = repeated || what.kind === 'one-by-one' || what.kind === 'at-once';
  return what.parts.some((part) => isRepeatedEvent(part, inside));
}

/** What was drawn, and its first and last element. */
type Piece = [xml: string, first: string, last: string];

const XMLNS =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const TIMER =
  '<timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition>';
const repeated = (sequential: boolean): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>`;

export class Drawing {
  /** Ids of the events that wait, with the signal that each waits for; undefined = for its time. */
  readonly events = new Map<string, string | undefined>();
  /** Ids of what bpmn-engine counts otherwise: what is repeated once, an end that throws an error never. */
  readonly uncounted = new Set<string>();
  private count = 0;

  /** The file of what is drawn. */
  file(what: Drawn): string {
    const scope = this.scope(this.draw(what));
    const signals = [...this.events.values()].filter((id) => id !== undefined);
    const roots = signals.map((id) => `<signal id="${id}" name="${id}"/>`).join('');
    return `<definitions ${XMLNS} targetNamespace="urn:differential">${roots}<error id="wrong" name="wrong" errorCode="wrong"/><process id="p" isExecutable="true">${scope}</process></definitions>`;
  }

  private scope([xml, first, last]: Piece, definition = ''): string {
    const [start, end] = [this.id('s'), this.id('e')];
    if (definition.includes('error')) this.uncounted.add(end);
    return `<startEvent id="${start}"/>${xml}<endEvent id="${end}">${definition}</endEvent>${this.flow(start, first)}${this.flow(last, end)}`;
  }

  private draw(what: Drawn): Piece {
    if (!('parts' in what)) return this.leaf(what.kind);
    const { kind, parts } = what;
    if (kind === 'row') return this.row(parts);
    if (kind === 'and' || kind === 'xor') return this.fork(kind, parts);
    if (kind === 'race') return this.race(parts);
    return this.sub(kind, parts);
  }

  private leaf(kind: (typeof LEAVES)[number]): Piece {
    const id = this.id(kind);
    if (kind === 'many' || kind === 'each') this.uncounted.add(id);
    const xml = {
      task: `<userTask id="${id}"/>`,
      many: `<userTask id="${id}">${repeated(true)}</userTask>`,
      each: `<userTask id="${id}">${repeated(false)}</userTask>`,
      pass: `<task id="${id}"/>`,
    }[kind];
    return [xml, id, id];
  }

  private row(parts: Drawn[]): Piece {
    const pieces = parts.map((part) => this.draw(part));
    const links = pieces.slice(1).map(([, first], i) => this.flow(pieces[i]?.[2] ?? '', first));
    const xml = [...pieces.map(([part]) => part), ...links].join('');
    return [xml, pieces[0]?.[1] ?? '', pieces.at(-1)?.[2] ?? ''];
  }

  private fork(kind: 'and' | 'xor', parts: Drawn[]): Piece {
    const pieces = parts.map((part) => this.draw(part));
    const type = kind === 'and' ? 'parallelGateway' : 'exclusiveGateway';
    const [split, join] = [this.id('split'), this.id('join')];
    const flows = pieces.map(([, first, last], i) => {
      const open = kind === 'and' || i === pieces.length - 1;
      const condition = open ? '' : `\${environment.variables.way${i}}`;
      return this.flow(split, first, condition) + this.flow(last, join);
    });
    const byDefault = kind === 'xor' ? ` default="${split}-${pieces.at(-1)?.[1]}"` : '';
    const xml = pieces.map(([part]) => part).join('');
    return [
      `<${type} id="${split}"${byDefault}/>${xml}<${type} id="${join}"/>${flows.join('')}`,
      split,
      join,
    ];
  }

  private race(parts: Drawn[]): Piece {
    const [gateway, join] = [this.id('race'), this.id('join')];
    const ways = parts.map((part, i) => {
      const event = this.id('event');
      const [xml, first, last] = this.draw(part);
      const flows = [this.flow(gateway, event), this.flow(event, first), this.flow(last, join)];
      const definition = this.wait(event, i === 0);
      return `<intermediateCatchEvent id="${event}">${definition}</intermediateCatchEvent>${xml}${flows.join('')}`;
    });
    const xml = `<eventBasedGateway id="${gateway}"/>${ways.join('')}<exclusiveGateway id="${join}"/>`;
    return [xml, gateway, join];
  }

  /** A sub-process, with what is special about it. */
  private sub(kind: string, parts: Drawn[]): Piece {
    const id = this.id('sub');
    const marker = { 'one-by-one': repeated(true), 'at-once': repeated(false) }[kind] ?? '';
    if (marker) this.uncounted.add(id);
    const wrong = kind === 'failing' ? '<errorEventDefinition errorRef="wrong"/>' : '';
    const stop = kind === 'stopped' ? '<terminateEventDefinition/>' : '';
    const inner = this.scope(
      kind === 'stopped' ? this.beside(parts) : this.row(parts),
      wrong + stop,
    );
    const sub = `<subProcess id="${id}">${marker}${inner}</subProcess>`;
    if (!['alarmed', 'watched', 'timed', 'failing'].includes(kind)) return [sub, id, id];
    const event = this.id('border');
    const definition = wrong || this.wait(event, kind === 'timed');
    const after = this.id('after');
    const quiet = kind === 'watched';
    const border = `<boundaryEvent id="${event}" attachedToRef="${id}" cancelActivity="${!quiet}">${definition}</boundaryEvent><userTask id="${after}"/>${this.flow(event, after)}`;
    if (quiet) return [sub + border, id, id];
    const join = this.id('join');
    const xml = `${sub}${border}<exclusiveGateway id="${join}"/>${this.flow(after, join)}${this.flow(id, join)}`;
    return [xml, id, join];
  }

  /** The end that stops has a task beside it, which has no end of its own. */
  private beside(parts: Drawn[]): Piece {
    const [xml, first, last] = this.row(parts);
    const [fork, other] = [this.id('fork'), this.id('beside')];
    const flows = this.flow(fork, first) + this.flow(fork, other);
    return [`<parallelGateway id="${fork}"/>${xml}<userTask id="${other}"/>${flows}`, fork, last];
  }

  private wait(event: string, timed: boolean): string {
    const signal = timed ? undefined : `signal-${event}`;
    this.events.set(event, signal);
    return signal === undefined ? TIMER : `<signalEventDefinition signalRef="${signal}"/>`;
  }

  private flow(from: string, to: string, condition = ''): string {
    const written = condition
      ? `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`
      : '';
    return `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${written}</sequenceFlow>`;
  }

  private id(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }
}
