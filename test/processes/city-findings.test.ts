/** What the city's data says of a diagram before it is published. */
import { findingsOf } from '../../src/processes/check.js';
import { BY_HANDLER, diagram, openStage, type Stage } from '../workflow/stage.js';

const task = (attributes: string) =>
  diagram(
    'toy',
    `<startEvent id="start"/><userTask id="a" name="审核" ${attributes}/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="start" targetRef="a"/>
     <sequenceFlow id="f2" sourceRef="a" targetRef="end"/>`,
  );

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ toy: { xml: task(BY_HANDLER) } });
}, 120_000);
afterAll(() => stage?.close());

/** Rules of the city broken, with the element. */
const broken = async (attributes: string): Promise<[string, string | undefined][]> => {
  const found = await findingsOf(stage.dataSource.manager, task(attributes));
  return found
    .filter(({ rule }) => ['task-without-department', 'limit-longer-than-item'].includes(rule))
    .map(({ rule, element }) => [rule, element]);
};

it('a task that some department of the city can do, within the item’s limit, is no finding', async () => {
  expect(await broken(BY_HANDLER)).toEqual([]);
  expect(await broken(`${BY_HANDLER} onestop:limit="20wd"`)).toEqual([]);
});

it('a line, level or role that nobody in the city has is a finding', async () => {
  const nobody: [string, string][] = [['task-without-department', 'a']];
  expect(await broken('onestop:line="tobacco" onestop:level="county"')).toEqual(nobody);
  expect(await broken('onestop:line="market" onestop:level="township"')).toEqual(nobody);
  expect(await broken('onestop:line="market" onestop:level="county" onestop:role="pilot"')).toEqual(
    nobody,
  );
});

it('a step that may take longer than its whole item by law is a finding', async () => {
  expect(await broken(`${BY_HANDLER} onestop:limit="21wd"`)).toEqual([
    ['limit-longer-than-item', 'a'],
  ]);
});
