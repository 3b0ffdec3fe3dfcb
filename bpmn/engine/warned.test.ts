/** Where a value is not what its place needs, the incident says why parts of it are null. */
import { one, signal, task } from './testing/parts.js';
import { Play } from './testing/play.js';
import { build, scope, type Part } from './testing/build.js';

const WARNING = '没有变量“missing”';
const missing = { feel: 'missing' };
const catching = (definition: object): Part => ({
  id: 't',
  type: 'intermediateCatchEvent',
  definition,
});
const timer = (kind: string, feel: string) =>
  catching({ type: 'timer', timer: { kind, value: { feel } } });
const body = scope({ elements: [task('inner')], flows: [] });

describe('an incident names the missing variable', () => {
  it.each<[string, Part]>([
    ['collection', task('t', { multiInstance: { sequential: false, collection: missing } })],
    ['cardinality', task('t', { multiInstance: { sequential: true, cardinality: missing } })],
    ['loop maximum', task('t', { loop: { testBefore: true, maximum: missing } })],
    ['loop condition', task('t', { loop: { testBefore: true, condition: missing } })],
    [
      'activities to begin',
      { id: 't', type: 'adHocSubProcess', body, sequential: false, active: missing },
    ],
    [
      'input of a call',
      { id: 't', type: 'callActivity', calledElement: 'q', separate: true, input: missing },
    ],
    ['line of a task', task('t', { assignedBy: { line: missing } })],
    ['length', timer('duration', 'missing')],
    ['length that is put together', timer('duration', 'string join(["PT", missing, "H"])')],
    ['date', timer('date', 'missing')],
    ['cycle', timer('cycle', 'missing')],
    ['name of a signal', catching({ ...signal(''), name: missing })],
    ['name of a message', catching({ type: 'message', message: { name: missing } })],
    [
      'correlation key',
      catching({ type: 'message', message: { name: { value: 'm' }, key: missing } }),
    ],
    ['script of a language without null', scripted()],
  ])('%s', (_, part) => {
    const play = new Play(one(part));
    expect(play.position.incidents.map(({ message }) => message).join()).toContain(WARNING);
  });
});

function scripted(): Part {
  return { id: 't', type: 'scriptTask', script: { feel: 'missing', certain: true } };
}

it('shows of a value that is not wanted as much as fits a sentence', () => {
  const items = { a: 'x'.repeat(10_000) };
  const part = task('t', { multiInstance: { sequential: true, collection: { feel: 'items' } } });
  const [incident] = new Play(one(part), { items }).position.incidents;
  expect(incident?.message).toContain('却得到 {"a":"xxx');
  expect(incident?.message.length).toBeLessThan(400);
});

it.each(['1e10', '5000000', '-1', '1.5', '"3"'])('%s instances are not begun', (cardinality) => {
  const multiInstance = {
    sequential: false,
    cardinality: { feel: cardinality },
    outputCollection: 'all',
  };
  expect(new Play(one(task('t', { multiInstance }))).incidents).toEqual(['t: expression-failed']);
});

it('names of what every object has are no activities', () => {
  const part = { id: 't', type: 'adHocSubProcess', body, sequential: false } as const;
  const active = { feel: '["constructor", "toString"]' };
  expect(new Play(build({ elements: [{ ...part, active }], flows: [] })).incidents).toEqual([
    't: expression-failed',
  ]);
});
