import { evaluate } from '../../feel/index.js';
import { compile, type Finding } from '../index.js';
import type { Activity, Element } from '../../model/process.js';

const NAMESPACES = `xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn" xmlns:flowable="http://flowable.org/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:onestop="urn:onestop:bpmn:1"`;
const file = (content: string, attributes = '', roots = '') =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ${NAMESPACES} targetNamespace="urn:t" ${attributes}>${roots}<process id="p">${content}</process></definitions>`;
const extended = (content: string) => `<extensionElements>${content}</extensionElements>`;

interface Imported<T> {
  element: T;
  /** `severity attribute text` of each finding on the element. */
  notes: string[];
  findings: Finding[];
}

async function imported<T = Element>(
  content: string,
  id = 't',
  attributes = '',
): Promise<Imported<T>> {
  const { models, findings } = await compile(file(content, attributes));
  return {
    element: models[0]?.body.elements[id] as T,
    findings,
    notes: findings
      .filter(({ element }) => element === id)
      .map(({ severity, attribute, text }) => [severity, attribute, text].join(' ').trim()),
  };
}

describe('a user task of Camunda 7 or its kin', () => {
  it('keeps its group as role, its form by key and its due date as limit', async () => {
    const { element, notes } = await imported(
      '<userTask id="t" camunda:candidateGroups="handler" camunda:formKey="review" camunda:dueDate="${dateTime().plusDays(3).toDate()}" />',
    );
    expect(element).toMatchObject({
      assignment: { role: 'handler' },
      form: 'review',
      limit: 'P3D',
    });
    expect(notes).toEqual([]);
  });

  it('belongs to the applicant where it is assigned to the initiator', async () => {
    const { element, notes } = await imported(
      '<startEvent id="s" activiti:initiator="who" /><userTask id="t" activiti:assignee="${who}" />',
    );
    expect(element).toMatchObject({ assignment: { role: 'applicant' } });
    expect(notes).toEqual([]);
  });

  it('says of each word that is not carried over what to do', async () => {
    const { notes, findings } = await imported(
      `<userTask id="t" flowable:assignee="demo" flowable:candidateUsers="a,b" flowable:candidateGroups="\${x}" flowable:formKey="embedded:app:f.html" flowable:priority="50" flowable:followUpDate="\${d}" flowable:newWord="1" flowable:async="true">${extended(
        '<flowable:taskListener event="create" class="com.x.L" /><flowable:executionListener event="start" expression="${a.b()}" />',
      )}</userTask>`,
    );
    expect(notes).toEqual([
      'warning assignee demo',
      'warning candidateUsers a,b',
      'warning candidateGroups ${x}',
      'warning formKey embedded:app:f.html',
      'warning priority 50',
      'warning followUpDate ${d}',
      'warning newWord 1',
      'info async true',
      'warning taskListener com.x.L',
      'warning executionListener',
    ]);
    expect(findings.every(({ advice, message }) => advice && message.includes(advice))).toBe(true);
  });

  it('says nothing of what our own attributes already settle', async () => {
    const { notes } = await imported(
      '<userTask id="t" camunda:assignee="demo" camunda:formKey="app:x.jsf" onestop:role="handler" onestop:form="x" />',
    );
    expect(notes).toEqual([]);
  });

  it('lists embedded fields as a JSON Schema', async () => {
    const { findings } = await imported(
      `<userTask id="t">${extended('<camunda:formData><camunda:formField id="amount" label="金额" type="long"><camunda:validation><camunda:constraint name="required" /></camunda:validation></camunda:formField><camunda:formField id="kind" type="enum"><camunda:value id="a" name="甲" /></camunda:formField></camunda:formData>')}</userTask>`,
    );
    expect(JSON.parse(findings[0]?.text ?? '')).toEqual({
      type: 'object',
      required: ['amount'],
      properties: {
        amount: { type: 'integer', title: '金额' },
        kind: { type: 'string', title: 'kind', oneOf: [{ const: 'a', title: '甲' }] },
      },
    });
  });
});

describe('service work of Camunda 7 or its kin', () => {
  it.each([
    ['camunda:type="external" camunda:topic="mail"', 'topic:mail'],
    ['camunda:class="com.acme.Pay"', 'class:com.acme.Pay'],
    ['activiti:delegateExpression="#{payer}"', 'delegateExpression:#{payer}'],
    ['camunda:expression="${bean.run(execution)}"', 'expression:${bean.run(execution)}'],
    ['flowable:type="http"', 'type:http'],
  ])('%s stands in the model as %s until it is bound', async (attribute, adapter) => {
    const { element, notes } = await imported(`<serviceTask id="t" ${attribute} />`);
    expect(element).toMatchObject({ adapter });
    expect(notes).toHaveLength(1);
  });

  it('is ours at once where it bears the name of one of our adapters', async () => {
    const { element, notes } = await imported(
      '<serviceTask id="t" camunda:type="external" camunda:topic="payment" />',
    );
    expect(element).toMatchObject({ adapter: 'payment' });
    expect(notes).toEqual([]);
  });

  it('that is a simple expression is evaluated, and needs no adapter', async () => {
    const { element, notes } = await imported(
      '<serviceTask id="t" camunda:expression="${2 + 1}" camunda:resultVariable="b" />',
    );
    expect(element).toMatchObject({
      outputs: [{ target: 'b', source: { feel: '2 + 1', certain: true } }],
    });
    expect(element).not.toHaveProperty('adapter');
    expect(notes).toEqual([]);
  });

  it('writes its answer to its result variable', async () => {
    const { element } = await imported(
      '<serviceTask id="t" camunda:class="x.Y" camunda:resultVariable="b" />',
    );
    expect(element).toMatchObject({ outputs: [{ target: 'b', source: { feel: 't' } }] });
  });
});

describe('parameters of Camunda 7', () => {
  const task = (parameters: string) =>
    `<serviceTask id="t">${extended(`<camunda:inputOutput>${parameters}</camunda:inputOutput>`)}</serviceTask>`;

  it('may be texts, expressions, lists, maps and simple scripts', async () => {
    const { element } = await imported<Activity>(
      task(
        '<camunda:inputParameter name="a">text</camunda:inputParameter><camunda:inputParameter name="b">${x}-1</camunda:inputParameter><camunda:inputParameter name="c"><camunda:list><camunda:value>1</camunda:value><camunda:value>${x}</camunda:value></camunda:list></camunda:inputParameter><camunda:inputParameter name="d"><camunda:map><camunda:entry key="k k">v</camunda:entry></camunda:map></camunda:inputParameter><camunda:outputParameter name="e"><camunda:script scriptFormat="groovy">x * 2</camunda:script></camunda:outputParameter>',
      ),
    );
    expect(element.inputs.map(({ source }) => source.feel)).toEqual([
      '"text"',
      'string join([string(x), "-1"])',
      '["1", x]',
      '{"k k": "v"}',
    ]);
    expect(element.outputs).toEqual([{ target: 'e', source: { feel: 'x * 2', certain: true } }]);
  });

  it('fail as a whole where an expression in a text, a list or a map fails', async () => {
    const { element } = await imported<Activity>(
      task(
        '<camunda:inputParameter name="a">A-${x + 1}</camunda:inputParameter><camunda:inputParameter name="b"><camunda:list><camunda:value>1</camunda:value><camunda:list><camunda:value>${x + 1}</camunda:value></camunda:list></camunda:list></camunda:inputParameter><camunda:inputParameter name="c"><camunda:map><camunda:entry key="k">${x + 1}</camunda:entry><camunda:entry key="x">${x}</camunda:entry></camunda:map></camunda:inputParameter>',
      ),
    );
    const values = (x: unknown) =>
      element.inputs.map(({ source: { feel, certain } }) => {
        const result = evaluate(feel, { x }, 0);
        expect(certain).toBe(true);
        return result.ok ? result.value : result.message;
      });
    expect(values(4)).toEqual(['A-5', ['1', [5]], { k: 5, x: 4 }]);
    expect(values('four')).toEqual([null, null, null]);
  });

  it('that say more are refused by name', async () => {
    const { notes } = await imported(
      task(
        '<camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">x.size()</camunda:script></camunda:inputParameter><camunda:inputParameter name="b"><camunda:script scriptFormat="javascript" resource="x.js" /></camunda:inputParameter>',
      ),
    );
    expect(notes).toEqual(['error inputParameter x.size()', 'error inputParameter']);
  });
});

describe('other words of Camunda 7 and its kin', () => {
  it('give a call its variables; code that maps them is refused', async () => {
    const { element, notes } = await imported(
      `<callActivity id="t" calledElement="q" camunda:calledElementBinding="version" camunda:calledElementVersion="3">${extended('<camunda:in businessKey="#{execution.processBusinessKey}" /><camunda:in source="a" target="b" /><camunda:in sourceExpression="${a.b}" target="c" /><camunda:out variables="all" />')}</callActivity>`,
    );
    expect(element).toMatchObject({
      inputs: [
        { target: 'b', source: { feel: 'a' } },
        { target: 'c', source: { feel: 'a.b' } },
      ],
      returnAll: true,
    });
    expect(notes).toEqual([
      'warning calledElementBinding version',
      'warning calledElementVersion 3',
      'info businessKey #{execution.processBusinessKey}',
    ]);
    const refused = await imported(
      '<callActivity id="t" calledElement="q" camunda:variableMappingClass="x.M" />',
    );
    expect(refused.notes).toEqual(['error variableMappingClass x.M']);
  });

  it('repeat an activity for a variable that no data stands for, and gather results', async () => {
    const { element } = await imported(
      `<userTask id="t"><multiInstanceLoopCharacteristics>${extended('<flowable:variableAggregation target="all"><variable source="score" /><flowable:variable source="score" target="points" /></flowable:variableAggregation>')}<loopDataInputRef>people</loopDataInputRef><inputDataItem name="person" /></multiInstanceLoopCharacteristics></userTask>`,
    );
    expect(element).toMatchObject({
      multiInstance: {
        collection: { feel: 'people' },
        element: 'person',
        outputCollection: 'all',
        outputElement: { feel: '{"points": score}' },
      },
    });
  });

  it('name scripts: expressions are carried over, programs and files are refused', async () => {
    const script = (format: string, body: string, attributes = '') =>
      `<scriptTask id="t" scriptFormat="${format}" camunda:resultVariable="r" ${attributes}><script>${body}</script></scriptTask>`;
    expect((await imported(script('javascript', 'a * 2;'))).element).toMatchObject({
      type: 'scriptTask',
      script: { feel: 'a * 2' },
      resultVariable: 'r',
    });
    expect((await imported(script('groovy', '-10.5'))).element).toMatchObject({
      script: { feel: '-10.5' },
    });
    expect((await imported(script('javascript', '010'))).notes).toEqual(['error  010']);
    const program = await imported(script('groovy', "execution.setVariable('a', 1)"));
    expect(program.findings[0]?.message).toContain('groovy');
    expect(program.notes).toEqual(["error  execution.setVariable('a', 1)"]);
    const resource = '<scriptTask id="t" scriptFormat="groovy" camunda:resource="x.groovy" />';
    expect((await imported(resource)).notes).toEqual(['error resource x.groovy']);
  });

  it('are not meant where the file says that it is for another engine', async () => {
    const content = `<sendTask id="t" camunda:topic="old">${extended('<zeebe:taskDefinition type="new" />')}</sendTask>`;
    const platform = (name: string) =>
      `xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="${name}"`;
    const cloud = await imported(content, 't', platform('Camunda Cloud'));
    expect(cloud.element).toMatchObject({ adapter: 'type:new' });
    expect(cloud.notes).toEqual(['warning taskDefinition.type new']);
    const seven = await imported(content, 't', platform('Camunda Platform'));
    expect(seven.element).toMatchObject({ adapter: 'topic:old' });
    expect(seven.notes).toEqual(['warning topic old']);
  });
});

describe('words of Camunda 8', () => {
  it('map variables: only what starts with = is FEEL, and dots make contexts', async () => {
    const { element } = await imported(
      `<serviceTask id="t">${extended('<zeebe:taskDefinition type="mail" retries="3" /><zeebe:ioMapping><zeebe:input source="x ${y}" target="to.name" /><zeebe:input source="= a.b" target="to.mail" /><zeebe:output source="=r" target="s" /></zeebe:ioMapping>')}</serviceTask>`,
    );
    expect(element).toMatchObject({
      adapter: 'type:mail',
      inputs: [{ target: 'to', source: { feel: '{"name": "x ${y}", "mail": a.b}' } }],
      outputs: [{ target: 's', source: { feel: 'r' } }],
    });
  });

  it('on people, forms and times are read or listed', async () => {
    const { element, notes } = await imported(
      `<userTask id="t">${extended('<zeebe:userTask /><zeebe:assignmentDefinition assignee="=a" candidateGroups="=[&quot;handler&quot;]" candidateUsers="u" /><zeebe:taskSchedule dueDate="=now() + duration(&quot;P2D&quot;)" followUpDate="=x" /><zeebe:priorityDefinition priority="5" /><zeebe:formDefinition formId="review" bindingType="latest" /><zeebe:unheardOf />')}</userTask>`,
    );
    expect(element).toMatchObject({
      assignment: { role: 'handler' },
      form: 'review',
      limit: 'P2D',
    });
    expect(notes).toEqual([
      'warning assignmentDefinition.assignee =a',
      'warning assignmentDefinition.candidateUsers u',
      'warning taskSchedule.followUpDate =x',
      'warning priorityDefinition.priority 5',
      'info formDefinition.bindingType latest',
      'warning unheardOf',
    ]);
  });
});

describe('the standard itself', () => {
  it('names potential owners', async () => {
    const owner = (text: string) =>
      `<userTask id="t"><potentialOwner><resourceAssignmentExpression><formalExpression>${text}</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>`;
    const { element, notes } = await imported(owner('user(ann), group(handler)'));
    expect(element).toMatchObject({ assignment: { role: 'handler' } });
    expect(notes).toEqual(['warning resourceRole ann']);
    expect((await imported(owner('reviewer'))).element).toMatchObject({
      assignment: { role: 'reviewer' },
    });
  });

  it('copies data in and, where there is any, out', async () => {
    const { element } = await imported(
      '<dataObject id="o1" name="Order" /><dataObjectReference id="r1" name="The order" dataObjectRef="o1" /><dataObject id="o2" /><dataObjectReference id="r2" name="Total sum" dataObjectRef="o2" /><task id="t"><ioSpecification><dataInput id="di" name="order" /><dataOutput id="do" name="sum" /><inputSet /><outputSet /></ioSpecification><dataInputAssociation><sourceRef>r1</sourceRef><targetRef>di</targetRef></dataInputAssociation><dataOutputAssociation><sourceRef>do</sourceRef><targetRef>r2</targetRef></dataOutputAssociation></task>',
    );
    expect(element).toMatchObject({
      inputs: [{ target: 'order', source: { feel: 'Order' } }],
      outputs: [{ target: 'Total sum', source: { feel: 'if sum = null then Total sum else sum' } }],
    });
  });

  it('lets data be transformed and assigned on the way', async () => {
    const { element } = await imported(
      '<dataObject id="o" /><dataObjectReference id="r" name="order" dataObjectRef="o" /><task id="t"><ioSpecification><dataInput id="a" name="a" /><dataInput id="b" name="b" /><inputSet /><outputSet /></ioSpecification><dataInputAssociation><sourceRef>r</sourceRef><targetRef>a</targetRef><transformation>${order.total}</transformation></dataInputAssociation><dataInputAssociation><targetRef>b</targetRef><assignment><from>= 1 + 1</from><to>b</to></assignment></dataInputAssociation></task>',
    );
    expect(element).toMatchObject({
      inputs: [
        { target: 'a', source: { feel: 'order.total' } },
        { target: 'b', source: { feel: '1 + 1' } },
      ],
    });
  });

  it('has no data stores in a case', async () => {
    const { notes } = await imported(
      '<dataStoreReference id="r" name="Books" /><task id="t"><ioSpecification><dataInput id="a" /><inputSet /><outputSet /></ioSpecification><dataInputAssociation><sourceRef>r</sourceRef><targetRef>a</targetRef></dataInputAssociation></task>',
    );
    expect(notes).toEqual(['warning dataStore Books']);
  });
});

describe('a flow whose condition is a script', () => {
  it('in a file of its own is refused: without it the flow would have no condition', async () => {
    const { notes } = await imported(
      '<exclusiveGateway id="g" /><task id="a" /><sequenceFlow id="t" sourceRef="g" targetRef="a"><conditionExpression camunda:resource="x.groovy" language="groovy" /></sequenceFlow>',
    );
    expect(notes).toEqual(['error resource x.groovy']);
  });
});
