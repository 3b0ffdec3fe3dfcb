import { examine, keptTests, type KeptTest } from '../compiler/index.js';
import { keptFindings } from './kept.js';
import { heldByItself, rehearse, testOf } from './rehearsal.js';
import type { Script } from './script.js';

/** accept → pay → decide; who does not pay in ten working days is returned. */
const xml = (tests = '', decided = '承办') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:onestop="urn:onestop:bpmn:1" id="d" targetNamespace="t">
<bpmn:process id="p" isExecutable="true"><bpmn:extensionElements>${tests}</bpmn:extensionElements>
<bpmn:startEvent id="s"/><bpmn:userTask id="accept" name="受理" onestop:outcomes="yes=受理;no=不予受理"/>
<bpmn:exclusiveGateway id="g" default="f4"/><bpmn:serviceTask id="pay" name="缴费" onestop:adapter="payment"/>
<bpmn:boundaryEvent id="late" attachedToRef="pay"><bpmn:timerEventDefinition><bpmn:timeDuration>10wd</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:boundaryEvent id="broken" attachedToRef="pay"><bpmn:errorEventDefinition errorRef="e1"/></bpmn:boundaryEvent>
<bpmn:userTask id="decide" name="${decided}"/><bpmn:endEvent id="e"/><bpmn:endEvent id="returned"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="accept"/><bpmn:sequenceFlow id="f2" sourceRef="accept" targetRef="g"/>
<bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="pay"><bpmn:conditionExpression>= accept.outcome = "yes"</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="f4" sourceRef="g" targetRef="returned"/><bpmn:sequenceFlow id="f5" sourceRef="pay" targetRef="decide"/>
<bpmn:sequenceFlow id="f6" sourceRef="decide" targetRef="e"/><bpmn:sequenceFlow id="f7" sourceRef="late" targetRef="returned"/>
<bpmn:sequenceFlow id="f8" sourceRef="broken" targetRef="decide"/></bpmn:process><bpmn:error id="e1" errorCode="BANK"/></bpmn:definitions>`;

async function read(source: string) {
  const { models, findings, definitions } = await examine(source);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { models, tests: keptTests(definitions!) };
}

const of = (script: Script, name = '缴费后办理'): KeptTest => ({
  ...{ process: 'p', name },
  script: JSON.stringify(script),
});

describe('a rehearsal', () => {
  it('says after each step where the tokens stand and what may be done next', async () => {
    const { models } = await read(xml());
    expect(heldByItself(models)).toEqual(['pay']);
    const { verdict, scenes } = await rehearse(models[0]!, {
      hold: ['pay'],
      steps: [{ complete: 'accept', outcome: 'yes', variables: { area: 4 } }, { advance: 'P1D' }],
    });
    expect(verdict).toEqual({ ok: true });
    expect(scenes).toHaveLength(3);
    expect(scenes[0]).toMatchObject({
      active: ['accept'],
      passed: ['s'],
      waiting: [{ element: 'accept', name: '受理', outcomes: [{ id: 'yes' }, { id: 'no' }] }],
    });
    expect(scenes[1]).toMatchObject({
      passed: ['accept', 'g'],
      waiting: [{ element: 'pay', kind: 'activity', adapter: 'payment' }],
      timers: [{ element: 'late' }],
      variables: { area: 4 },
    });
    expect(scenes[2]!.at - scenes[1]!.at).toBe(86_400_000);
  });

  it('moves the clock by working days, and throws errors by hand', async () => {
    const { models } = await read(xml());
    const until = async (...steps: Script['steps']) => {
      const all = [{ complete: 'accept', outcome: 'yes' }, ...steps];
      const { scenes } = await rehearse(models[0]!, { hold: ['pay'], steps: all });
      return scenes.at(-1)!;
    };
    expect(await until({ advance: '9wd' })).toMatchObject({ ended: false });
    expect(await until({ advance: '10wd' })).toMatchObject({
      ended: true,
      passed: ['late', 'returned'],
    });
    expect(await until({ fail: 'pay', error: 'BANK' })).toMatchObject({ active: ['decide'] });
  });

  it('becomes a test that expects what was seen', async () => {
    const { models } = await read(xml());
    const script: Script = { hold: ['pay'], steps: [{ complete: 'accept', outcome: 'no' }] };
    const { scenes } = await rehearse(models[0]!, script);
    expect(testOf(script, scenes).steps).toEqual([
      { expect: { tasks: ['accept'], ended: false, incidents: [] } },
      { complete: 'accept', outcome: 'no' },
      { expect: { tasks: [], ended: true, incidents: [] } },
    ]);
    expect(await keptFindings(models, [of(testOf(script, scenes))])).toEqual([]);
  });
});

describe('tests in the file', () => {
  it('are read as they stand there, by their process', async () => {
    const { tests } = await read(
      xml(
        '<onestop:test name="一">{"steps": []}</onestop:test><onestop:test name="二">{}</onestop:test>',
      ),
    );
    expect(tests).toEqual([
      { process: 'p', name: '一', script: '{"steps": []}' },
      { process: 'p', name: '二', script: '{}' },
    ]);
  });

  it('say of which element, and after which step, something differs', async () => {
    const { models } = await read(xml());
    const [finding] = await keptFindings(models, [
      of({
        steps: [
          { expect: { tasks: ['accept'] } },
          { complete: 'accept', outcome: 'yes' },
          { expect: { tasks: ['pay'] } },
        ],
      }),
    ]);
    expect(finding).toMatchObject({
      ...{ severity: 'error', rule: 'test-differs', element: 'pay', text: '缴费后办理' },
      message: expect.stringContaining(
        '第 1 步之后与预期不同：应等待 “缴费”，实际等待 “承办”。',
      ) as string,
    });
    const [gone] = await keptFindings(models, [of({ steps: [{ complete: 'decide' }] })]);
    expect(gone).toMatchObject({
      element: 'decide',
      message: expect.stringContaining('应能办理 “承办”，实际等待的是 “受理”。') as string,
    });
    const [early] = await keptFindings(models, [of({ steps: [{ expect: { ended: true } }] })]);
    expect(early!.message).toContain('应已结束，实际没有结束。');
  });

  it('that cannot be played are told by name', async () => {
    const { models } = await read(xml());
    const unusable = [{ ...of({ steps: [] }), script: '{' }, of({ steps: [{ advance: 'bald' }] })];
    expect(await keptFindings(models, unusable)).toMatchObject([
      { rule: 'test-unusable', message: expect.stringContaining('缴费后办理') as string },
      { rule: 'test-unusable' },
    ]);
  });
});
