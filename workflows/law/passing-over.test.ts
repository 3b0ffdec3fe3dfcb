import type { Element, ProcessModel, Scope } from '../../bpmn/model/process.js';
import { lostByMoving, passedOver } from './passing-over.js';

type Part = Partial<Element> & { id: string; type: Element['type'] };

const task = (id: string, act?: string): Part => ({ id, type: 'userTask', act }) as Part;

/** Elements one after the other, and further flows as `a>b`. */
function scope(parts: Part[], more: string[] = []): Scope {
  const flows = parts.slice(1).map(({ id }, place) => `${parts[place]!.id}>${id}`);
  return {
    elements: Object.fromEntries(parts.map((part) => [part.id, part as Element])),
    flows: [...flows, ...more].map((flow) => {
      const [source, target] = flow.split('>') as [string, string];
      return { id: flow, source, target };
    }),
  };
}

const model = (body: Scope): ProcessModel => ({ format: 1, id: 'p', body, called: {} });

const parts = [
  task('collect', 'collect'),
  task('notice', 'public-notice'),
  task('decide', 'decide'),
  { id: 'fee', type: 'serviceTask', adapter: 'payment' } as Part,
  { id: 'license', type: 'serviceTask', adapter: 'license' } as Part,
  task('hand'),
];
const whole = model(scope(parts));
const kinds = (gates: { element: string }[]) => gates.map(({ element }) => element);

describe('what is done beside the diagram', () => {
  it('passes over the gates behind a place where it begins, and those it skips', () => {
    const from = (start: string, done: string[] = []) =>
      kinds(passedOver(whole, new Set(done), { skipped: [], started: [start] }));
    expect(from('license', ['collect'])).toEqual(['notice', 'decide', 'fee']);
    expect(from('license', ['collect', 'notice', 'decide', 'fee'])).toEqual([]);
    expect(from('fee', ['notice'])).toEqual(['decide']);
    expect(from('collect')).toEqual([]);
    const skip = (id: string) =>
      kinds(passedOver(whole, new Set(), { skipped: [id], started: [] }));
    expect(['collect', 'notice', 'decide', 'fee', 'license'].map(skip)).toEqual([
      [],
      ['notice'],
      ['decide'],
      ['fee'],
      [],
    ]);
  });

  it('goes back freely, a loop notwithstanding', () => {
    const looped = model(scope(parts, ['decide>collect']));
    expect(passedOver(looped, new Set(), { skipped: [], started: ['collect'] })).toEqual([]);
    expect(
      kinds(passedOver(looped, new Set(['notice']), { skipped: [], started: ['hand'] })),
    ).toEqual(['decide', 'fee']);
  });

  it('finds gates within sub-processes, and behind those around a place', () => {
    const inner = scope([task('accept'), task('decide', 'decide')]);
    const sub = { id: 'sub', type: 'subProcess', body: inner } as Part;
    const after = { id: 'after', type: 'subProcess', body: scope([task('a'), task('b')]) } as Part;
    const nested = model(scope([sub, after]));
    expect(kinds(passedOver(nested, new Set(), { skipped: ['sub'], started: [] }))).toEqual([
      'decide',
    ]);
    expect(kinds(passedOver(nested, new Set(), { skipped: [], started: ['b'] }))).toEqual([
      'decide',
    ]);
  });
});

describe('a move to another version', () => {
  it('loses nothing when the gates are still to come, or done', () => {
    expect(lostByMoving([whole, 'collect'], [whole, 'collect'], new Set())).toEqual([]);
    const done = new Set(['collect', 'notice', 'decide', 'fee']);
    expect(lostByMoving([whole, 'license'], [whole, 'license'], done)).toEqual([]);
  });

  it('loses what the other version leaves out, or has behind the place', () => {
    const without = model(scope(parts.filter(({ id }) => id !== 'decide' && id !== 'notice')));
    expect(lostByMoving([whole, 'collect'], [without, 'collect'], new Set())).toEqual([
      '公示',
      '决定',
    ]);
    const lost = lostByMoving([whole, 'collect'], [whole, 'license'], new Set());
    expect(lost.join()).toMatch(/公示“notice”.*决定“decide”.*缴费“fee”/);
  });
});
