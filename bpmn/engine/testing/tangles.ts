/** Generated processes without any structure: joins may wait for ever, tokens multiply and die. */
import fc from 'fast-check';
import type { ProcessModel } from '../../model/process.js';
import { build, type Part } from './build.js';

const signal = (name: string) => ({ type: 'signal', name: { value: name } });

const timer = { type: 'timer', timer: { kind: 'duration', value: { value: 'PT1H' } } };

const NODES: Record<string, Omit<Part, 'id'>> = {
  task: { type: 'userTask' },
  pass: { type: 'task' },
  xor: { type: 'exclusiveGateway' },
  and: { type: 'parallelGateway' },
  or: { type: 'inclusiveGateway' },
  complex: { type: 'complexGateway', activation: { feel: 'activationCount >= 2' } },
  catch: { type: 'intermediateCatchEvent', definition: signal('go') },
  delay: { type: 'intermediateCatchEvent', definition: timer },
  throw: { type: 'intermediateThrowEvent', definition: signal('go') },
};
const LAST: Record<string, Omit<Part, 'id'>> = {
  none: { type: 'endEvent' },
  terminate: { type: 'endEvent', definition: { type: 'terminate' } },
  error: { type: 'endEvent', definition: { type: 'error', code: 'E' } },
};

export interface Tangle {
  nodes: { kind: string; interrupted?: boolean }[];
  ends: string[];
  flows: { from: number; to: number; over?: number }[];
}

export const tangle: fc.Arbitrary<Tangle> = fc.record({
  nodes: fc.array(
    fc.record({
      kind: fc.constantFrom(...Object.keys(NODES)),
      interrupted: fc.option(fc.boolean(), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 9 },
  ),
  ends: fc.array(fc.constantFrom(...Object.keys(LAST)), { minLength: 1, maxLength: 2 }),
  flows: fc.array(
    fc.record({
      from: fc.nat({ max: 20 }),
      to: fc.nat({ max: 20 }),
      over: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 18 },
  ),
});

/** The process of a tangle. Only a task leads back, so that every circle waits for somebody. */
export function modelOfTangle({ nodes, ends, flows }: Tangle): ProcessModel {
  const elements: Part[] = [{ id: 's', type: 'startEvent' }];
  nodes.forEach(({ kind, interrupted }, i) => {
    elements.push({ id: `n${i}`, ...(NODES[kind] as Omit<Part, 'id'>) } as Part);
    if (kind === 'task' && interrupted !== undefined) {
      const border = { attachedTo: `n${i}`, definition: signal(`at${i}`) };
      elements.push({ id: `b${i}`, type: 'boundaryEvent', ...border, interrupting: interrupted });
    }
  });
  ends.forEach((kind, i) => {
    elements.push({ id: `t${i}`, ...(LAST[kind] as Omit<Part, 'id'>) } as Part);
  });
  return build({ elements, flows: [...drawn(elements, flows)] });
}

function drawn(elements: Part[], flows: Tangle['flows']): Set<string> {
  const sources = elements.filter(({ type }) => type !== 'endEvent');
  const targets = elements.filter(({ type }) => type !== 'startEvent' && type !== 'boundaryEvent');
  const found = new Map([['s>n0', 's>n0']]);
  for (const { from, to, over } of flows) {
    const source = sources[from % sources.length];
    const target = targets[to % targets.length];
    if (!source || !target) continue;
    const back = elements.indexOf(target) <= elements.indexOf(source);
    if (back && source.type !== 'userTask') continue;
    const id = `${source.id}>${target.id}`;
    const chosen = over !== undefined && source.type !== 'parallelGateway';
    found.set(id, chosen ? `${id}: n > ${over}` : id);
  }
  return new Set(found.values());
}
