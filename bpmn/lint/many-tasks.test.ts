/** Diagrams of thousands of tasks, as a public importer gets them: what they cost grows as they do. */
import { drawable } from '../layout/index.js';
import { leastTime } from '../testing/processor-time.js';
import { lint } from './index.js';

const TASKS = 1_500;
/** Of processor time, whatever else the machine does; ms. */
const MOST = 12_000;

const file = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:onestop="urn:onestop:bpmn:1" targetNamespace="urn:t"><process id="p" isExecutable="true"><startEvent id="start" name="开始" /><endEvent id="end" name="结束" />${content}</process></definitions>`;
const task = (id: string) =>
  `<userTask id="${id}" name="${id}" onestop:line="market" onestop:outcomes="yes=同意;no=不同意" />`;
const flow = (from: string, to: string, condition = '') =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition && `<conditionExpression>= ${condition}</conditionExpression>`}</sequenceFlow>`;
const numbers = Array.from({ length: TASKS }, (_, i) => i);

/** One after another; after every fifth a gateway looks at its outcome and at the form. */
function chain(idOf: (number: number) => string): string {
  let last = 'start';
  const parts = numbers.map((number) => {
    const id = idOf(number);
    const step = task(id) + flow(last, id);
    last = id;
    if (number % 5 > 0) return step;
    const gate = `gate${number}`;
    last = `next${number}`;
    return `${step}<exclusiveGateway id="${gate}" name="${gate}？" />${flow(id, gate)}${flow(gate, 'end', `${id}.outcome = "no"`)}<manualTask id="${last}" name="继续" />${flow(gate, last, `${id}.outcome = "yes" and form.area &gt; ${number} or nobody${number}`)}`;
  });
  return file(parts.join('') + flow(last, 'end'));
}

/** All at once, and together again. */
const fork = () =>
  file(
    `<parallelGateway id="f" name="分" /><parallelGateway id="j" name="合" />${flow('start', 'f')}${flow('j', 'end')}${numbers.map((i) => task(`t${i}`) + flow('f', `t${i}`) + flow(`t${i}`, 'j')).join('')}`,
  );

async function inTime<T>(work: () => Promise<T>): Promise<T> {
  let result: Promise<T>;
  expect(await leastTime(MOST, () => (result = work()))).toBeLessThan(MOST);
  return result!;
}

describe(`a diagram of ${TASKS} tasks`, () => {
  it.each([
    ['one after another, with hyphens in their ids', chain((number) => `t-${number}`)],
    ['all at once', fork()],
  ])(
    '%s is looked through and drawn in time',
    async (_, xml) => {
      const drawn = await inTime(() => drawable(xml));
      expect(drawn.laidOut).toBe(true);
      const found = await inTime(() => lint(drawn.xml));
      expect(found.length).toBeLessThan(3 * TASKS);
    },
    300_000,
  );
});
