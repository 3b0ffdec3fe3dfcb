import { compile } from './index.js';
import { MAX_XML_LENGTH } from '../xml/index.js';
import type { Element, ProcessModel } from '../model/process.js';

/** A file with this content of its only process. */
const file = (content: string, roots = '', attributes = '') =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="urn:t" xmlns:onestop="urn:onestop:bpmn:1" targetNamespace="urn:t" ${attributes}>${roots}<process id="p">${content}</process></definitions>`;

const rulesOf = async (xml: string) =>
  (await compile(xml)).findings.map(({ rule, element }) => [rule, element]);

async function modelOf(xml: string): Promise<ProcessModel> {
  const { models, findings } = await compile(xml);
  expect(findings).toEqual([]);
  return models[0]!;
}

const elementOf = async (xml: string, id: string): Promise<Element> =>
  (await modelOf(xml)).body.elements[id]!;

describe('a file', () => {
  it('with a DTD or an entity is refused before it is parsed', async () => {
    const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + file('');
    expect(await rulesOf(doctype)).toEqual([['xml-doctype', undefined]]);
    expect(await rulesOf(file('<!entity a SYSTEM "file:///x">'))).toEqual([
      ['xml-doctype', undefined],
    ]);
  });

  it('that is too large is refused', async () => {
    expect(await rulesOf(' '.repeat(MAX_XML_LENGTH + 1))).toEqual([['xml-too-large', undefined]]);
  });

  it.each(['', 'nonsense', '<a/>', '<definitions', file('<startEvent id="s">')])(
    'that is no BPMN is refused without throwing: %s',
    async (xml) => {
      const { models, findings } = await compile(xml);
      expect(models).toEqual([]);
      expect(findings).toMatchObject([{ severity: 'error' }]);
    },
  );

  it('in which something would be dropped silently is refused, by its id', async () => {
    expect(await rulesOf(file('<task id="流/程" />'))).toEqual([['illegal-id', '流/程']]);
    expect(await rulesOf(file('<task id="一" /><task id="一" />'))).toEqual([
      ['duplicate-id', '一'],
    ]);
    expect(await rulesOf(file('<task id="a" /><task id="a" />'))).toEqual([['duplicate-id', 'a']]);
    expect(await rulesOf(file('<bogus id="b" />'))).toEqual([['unknown-element', 'bpmn:Bogus']]);
    expect(await rulesOf(file('<task id="a" colour="red" />'))).toEqual([
      ['unknown-attribute', 'a'],
    ]);
    expect(
      await rulesOf(file('<task id="a" /><sequenceFlow id="f" sourceRef="a" targetRef="z" />')),
    ).toEqual([['reference-unresolved', 'f']]);
  });

  it('with ids in Chinese, or that begin with a figure, keeps them', async () => {
    const { body } = await modelOf(
      file(
        '<userTask id="受理" /><boundaryEvent id="超时" attachedToRef="受理"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><task id="2-决定"><incoming>线</incoming></task><sequenceFlow id="线" sourceRef="受理" targetRef="2-决定" />',
      ),
    );
    expect(body.elements['受理']).toMatchObject({ outgoing: ['线'], boundary: ['超时'] });
    expect(body.elements['2-决定']).toMatchObject({ id: '2-决定', incoming: ['线'] });
  });

  it('with blanks where XML allows them is read all the same', async () => {
    const xml = file(
      '<task id = "a" name\n=\n"x = \'y\'" /><task id="b " /><sequenceFlow id="f " sourceRef="a" targetRef=" b" />',
    );
    const { body } = await modelOf(xml);
    expect(body.elements['a']).toMatchObject({ name: "x = 'y'", outgoing: ['f'] });
    expect(body.elements['b']).toMatchObject({ incoming: ['f'] });
  });

  it('gives an id to what has none, the same at every reading', async () => {
    const content =
      '<task id="task-p-0" /><task /><subProcess triggeredByEvent="true"><startEvent><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent></subProcess>';
    const model = await modelOf(file(content));
    expect(Object.keys(model.body.elements)).toEqual(['task-p-0', 'Task-p-1', 'SubProcess-p-2']);
    expect(await modelOf(file(content))).toEqual(model);
    const nameless = await modelOf(file('<task />').replace('<process id="p">', '<process>'));
    expect(nameless.id).toBe('Process-definitions-0');
  });

  it('without a process is refused', async () => {
    expect(await rulesOf(file(''))).toEqual([['process-missing', undefined]]);
    const { findings } = await compile(file('<task id="a" />'), { process: 'q' });
    expect(findings).toMatchObject([{ rule: 'process-missing', element: 'q' }]);
  });
});

describe('a symbol that is not carried out where it stands', () => {
  it.each([
    ['条件事件', '<endEvent id="x"><conditionalEventDefinition /></endEvent>'],
    [
      '定时事件',
      '<intermediateThrowEvent id="x"><timerEventDefinition /></intermediateThrowEvent>',
    ],
    ['错误事件', '<startEvent id="x"><errorEventDefinition /></startEvent>'],
    [
      '链接事件',
      '<intermediateThrowEvent id="x"><linkEventDefinition name="l" /><messageEventDefinition /></intermediateThrowEvent>',
    ],
    [
      '取消事件',
      '<intermediateThrowEvent id="x"><cancelEventDefinition /></intermediateThrowEvent>',
    ],
  ])('is refused by its name, %s, and its id', async (name, content) => {
    const { models, findings } = await compile(file(content));
    expect(models).toEqual([]);
    expect(findings).toMatchObject([
      { severity: 'error', rule: 'unsupported-element', element: 'x' },
    ]);
    expect(findings[0]?.message).toContain(name);
  });

  it('is a global task that is called', async () => {
    const xml = file('<callActivity id="x" calledElement="g" />', '<globalUserTask id="g" />');
    expect(await rulesOf(xml)).toEqual([['unsupported-element', 'x']]);
  });

  it('is found inside sub-processes too', async () => {
    const xml = file(
      '<subProcess id="s"><endEvent id="x"><timerEventDefinition /></endEvent></subProcess>',
    );
    expect(await rulesOf(xml)).toEqual([['unsupported-element', 'x']]);
  });

  it.each([
    ['signal-missing', '<endEvent id="x"><signalEventDefinition /></endEvent>'],
    [
      'condition-missing',
      '<intermediateCatchEvent id="x"><conditionalEventDefinition /></intermediateCatchEvent>',
    ],
    [
      'link-target',
      '<intermediateThrowEvent id="x"><linkEventDefinition name="l" /></intermediateThrowEvent>',
    ],
    ['cancel-misplaced', '<endEvent id="x"><cancelEventDefinition /></endEvent>'],
    [
      'cancel-uncaught',
      '<transaction id="x"><endEvent id="c"><cancelEventDefinition /></endEvent></transaction>',
    ],
    ['loop-endless', '<task id="x"><standardLoopCharacteristics /></task>'],
    ['message-missing', '<receiveTask id="x" instantiate="true" />'],
    [
      'message-missing',
      '<intermediateCatchEvent id="x"><messageEventDefinition /></intermediateCatchEvent>',
    ],
    [
      'unsupported-attribute',
      '<task id="x"><multiInstanceLoopCharacteristics behavior="Complex"><loopCardinality>2</loopCardinality><complexBehaviorDefinition /></multiInstanceLoopCharacteristics></task>',
    ],
    ['unsupported-attribute', '<task id="x" startQuantity="2" />'],
    ['unsupported-attribute', '<task id="x" completionQuantity="3" />'],
    ['event-gateway-target', '<eventBasedGateway id="x" />'],
    [
      'event-sub-process',
      '<subProcess id="x" triggeredByEvent="true"><startEvent id="s" /></subProcess>',
    ],
    [
      'compensation-handler',
      '<task id="t" /><boundaryEvent id="x" attachedToRef="t"><compensateEventDefinition /></boundaryEvent>',
    ],
    ['ad-hoc-event', '<adHocSubProcess id="a"><startEvent id="x" /></adHocSubProcess>'],
  ])('that lacks what it needs is refused: %s', async (rule, content) => {
    expect(await rulesOf(file(content))).toEqual([[rule, 'x']]);
  });
});

describe('a message flow', () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><collaboration id="c"><participant id="a" processRef="p" /><participant id="b" processRef="q" /><messageFlow id="m" sourceRef="t" targetRef="r" /></collaboration><process id="p"><sendTask id="t" /></process><process id="q"><receiveTask id="r" /></process></definitions>`;

  it('joins two pools that both run, and names the message that nobody named', async () => {
    const { models, findings } = await compile(xml, { process: 'p' });
    expect(findings).toEqual([]);
    expect(models.map(({ id }) => id)).toEqual(['p', 'q']);
    expect(models[0]?.messageFlows).toEqual({ t: { process: 'q', element: 'r' } });
    expect(models[1]?.body.elements['r']).toMatchObject({ message: { name: { value: 'm' } } });
  });

  it('into a pool that does not run leaves the house', async () => {
    const blackBox = xml.replace('<process id="q">', '<process id="q" isExecutable="false">');
    const { models, findings } = await compile(blackBox);
    expect(findings).toEqual([]);
    expect(models).toHaveLength(1);
    expect(models[0]?.messageFlows).toBeUndefined();
  });
});

describe('an expression', () => {
  const gateway = (condition: string, attributes = '') =>
    file(
      `<exclusiveGateway id="g" /><task id="a" /><sequenceFlow id="f" sourceRef="g" targetRef="a">${condition}</sequenceFlow>`,
      '',
      attributes,
    );
  const conditionOf = async (xml: string) => (await modelOf(xml)).body.flows[0]?.condition?.feel;

  it.each([
    ['<conditionExpression>= a &lt; 1</conditionExpression>', 'a < 1'],
    ['<conditionExpression><![CDATA[=a < 1]]></conditionExpression>', 'a < 1'],
    ['<conditionExpression language="feel">a = 1</conditionExpression>', 'a = 1'],
    ['<conditionExpression>${a == null}</conditionExpression>', 'a = null'],
    ['<conditionExpression>true</conditionExpression>', 'true'],
    ['<conditionExpression />', undefined],
  ])('%s is read as %s', async (condition, feel) => {
    expect(await conditionOf(gateway(condition))).toBe(feel);
  });

  it('may be bare where the file says that it is FEEL', async () => {
    const xml = gateway(
      '<conditionExpression>a = 1</conditionExpression>',
      'expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/"',
    );
    expect(await conditionOf(xml)).toBe('a = 1');
  });

  it('that cannot be evaluated is refused with the element it stands in', async () => {
    const refused = (text: string) =>
      rulesOf(gateway(`<conditionExpression>${text}</conditionExpression>`));
    expect(await refused('= a ==')).toEqual([['expression-invalid', 'f']]);
    expect(await refused('a = 1')).toEqual([['expression-unknown', 'f']]);
    expect(await refused('${a.b()}')).toEqual([['expression-unknown', 'f']]);
  });

  it('on a default flow is not looked at', async () => {
    const xml = gateway('<conditionExpression>prose</conditionExpression>').replace(
      'id="g"',
      'id="g" default="f"',
    );
    expect(await conditionOf(xml)).toBeUndefined();
  });
});

describe('a file as other tools write it', () => {
  it('may leave out ids of flows, incoming and outgoing, and prefix its references', async () => {
    const { body } = await modelOf(
      file(
        '<startEvent id="s" /><sequenceFlow sourceRef="tns:s" targetRef="tns:a" /><task id="a" /><boundaryEvent id="b" attachedToRef="tns:a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>',
      ),
    );
    const [flow] = body.flows;
    expect(flow).toMatchObject({ source: 's', target: 'a' });
    expect(body.elements.s?.outgoing).toEqual([flow?.id]);
    expect(body.elements.a).toMatchObject({ incoming: [flow?.id], boundary: ['b'] });
    expect(body.elements.b).toMatchObject({ interrupting: true, attachedTo: 'a' });
  });

  it('may refer to an error that is not defined: the reference is its code', async () => {
    const xml = file('<endEvent id="e"><errorEventDefinition errorRef="BAD" /></endEvent>');
    expect(await elementOf(xml, 'e')).toMatchObject({ definition: { type: 'error', code: 'BAD' } });
  });

  it('compiles its executable processes, and those that they call', async () => {
    const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><bpmn:process id="helper" isExecutable="false"><bpmn:task id="a" /></bpmn:process><bpmn:process id="sketch" isExecutable="false"><bpmn:complexGateway id="b" /></bpmn:process><bpmn:process id="main" isExecutable="true"><bpmn:callActivity id="c" calledElement="helper" /></bpmn:process></bpmn:definitions>`;
    const { models, findings } = await compile(xml);
    expect(findings).toEqual([]);
    expect(models.map(({ id }) => id)).toEqual(['main', 'helper']);
  });
});

describe('our attributes', () => {
  it('let a task inherit what it leaves out from its lanes, innermost first', async () => {
    const xml = file(
      '<laneSet id="ls"><lane id="county" onestop:level="county" onestop:role="handler"><flowNodeRef>t</flowNodeRef><flowNodeRef>sp</flowNodeRef><childLaneSet id="inner"><lane id="market" onestop:line="market"><flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet><userTask id="t" onestop:role="approver" /><subProcess id="sp"><userTask id="u" onestop:line="fire" /></subProcess>',
    );
    const { elements } = (await modelOf(xml)).body;
    expect(elements.t).toMatchObject({
      assignment: { line: 'market', level: 'county', role: 'approver' },
    });
    expect(elements.sp).toMatchObject({
      body: { elements: { u: { assignment: { line: 'fire', level: 'county', role: 'handler' } } } },
    });
  });

  it('say how a task is handled', async () => {
    const xml = file(
      '<userTask id="t" onestop:form="accept" onestop:outcomes="accept=受理;reject=不予受理" onestop:limit="5wd" onestop:act="accept" />',
    );
    expect(await elementOf(xml, 't')).toMatchObject({
      form: 'accept',
      outcomes: [
        { id: 'accept', name: '受理' },
        { id: 'reject', name: '不予受理' },
      ],
      limit: '5wd',
      act: 'accept',
    });
  });

  it('that make no sense are refused', async () => {
    expect(await rulesOf(file('<userTask id="t" onestop:level="moon" />'))).toEqual([
      ['unknown-level', 't'],
    ]);
    expect(await rulesOf(file('<userTask id="t" onestop:limit="soon" />'))).toEqual([
      ['limit-invalid', 't'],
    ]);
    expect(await rulesOf(file('<userTask id="t" onestop:outcomes="受理" />'))).toEqual([
      ['outcomes-invalid', 't'],
    ]);
    const wait = '<timerEventDefinition><timeDuration>soon</timeDuration></timerEventDefinition>';
    expect(
      await rulesOf(file(`<intermediateCatchEvent id="t">${wait}</intermediateCatchEvent>`)),
    ).toEqual([['timer-invalid', 't']]);
  });
});
