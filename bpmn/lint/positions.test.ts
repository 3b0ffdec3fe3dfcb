/** Each fault that an expression may have is an error, with its place, in each position where one may stand. */
import { lint } from './index.js';

type Position = (feel: string) => string;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `=…` as it stands in an attribute or in an element's text. */
const at = (feel: string) => `=${escaped(feel)}`;

const file = (element: string, roots = '') =>
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:onestop="urn:onestop:bpmn:1" ' +
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" ' +
  `targetNamespace="urn:t">${roots}<process id="p" isExecutable="true"><startEvent id="s"/>` +
  '<userTask id="check" onestop:line="market" onestop:outcomes="yes=是;no=否"/>' +
  `<sequenceFlow id="s_check" sourceRef="s" targetRef="check"/>${element}</process></definitions>`;

/** An element between the task and the end. */
const placed = (element: string, roots = '') =>
  file(
    `${element}<sequenceFlow id="check_x" sourceRef="check" targetRef="x"/>` +
      '<sequenceFlow id="x_e" sourceRef="x" targetRef="e"/><endEvent id="e"/>',
    roots,
  );
const task = (inside: string, attributes = '') =>
  placed(`<serviceTask id="x" onestop:adapter="payment" ${attributes}>${inside}</serviceTask>`);
const zeebe = (inside: string) => `<extensionElements>${inside}</extensionElements>`;
const repeated = (attributes: string, inside = '') =>
  task(
    `<multiInstanceLoopCharacteristics>${zeebe(`<zeebe:loopCharacteristics ${attributes}/>`)}${inside}</multiInstanceLoopCharacteristics>`,
  );
const caught = (definition: string, roots = '') =>
  placed(`<intermediateCatchEvent id="x">${definition}</intermediateCatchEvent>`, roots);
const timed = (tag: string, feel: string) =>
  caught(`<timerEventDefinition><${tag}>${at(feel)}</${tag}></timerEventDefinition>`);
const message = (name: string, inside = '') => `<message id="m" name="${name}">${inside}</message>`;
const subscription = (feel: string) => zeebe(`<zeebe:subscription correlationKey="${at(feel)}"/>`);
const MESSAGE = '<messageEventDefinition messageRef="m"/>';
const adHoc = (inside: string) =>
  placed(`<adHocSubProcess id="x">${inside}<manualTask id="inner"/></adHocSubProcess>`);

const POSITIONS: Readonly<Record<string, Position>> = {
  'the condition of a flow': (feel) =>
    file(
      '<exclusiveGateway id="x" default="x_e"/><sequenceFlow id="check_x" sourceRef="check" targetRef="x"/>' +
        `<sequenceFlow id="x_e" sourceRef="x" targetRef="e"/><sequenceFlow id="x_f" sourceRef="x" targetRef="f"><conditionExpression>${at(feel)}</conditionExpression></sequenceFlow><endEvent id="e"/><endEvent id="f"/>`,
    ),
  'a script': (feel) => placed(`<scriptTask id="x"><script>${at(feel)}</script></scriptTask>`),
  'a script of Camunda 8': (feel) =>
    placed(
      `<scriptTask id="x">${zeebe(`<zeebe:script expression="${at(feel)}" resultVariable="r"/>`)}</scriptTask>`,
    ),
  'the input of an adapter': (feel) => task('', `onestop:input="${at(feel)}"`),
  'an input mapping': (feel) =>
    task(
      zeebe(`<zeebe:ioMapping><zeebe:input source="${at(feel)}" target="a"/></zeebe:ioMapping>`),
    ),
  'an output mapping': (feel) =>
    task(
      zeebe(`<zeebe:ioMapping><zeebe:output source="${at(feel)}" target="a"/></zeebe:ioMapping>`),
    ),
  'a parameter of Camunda 7': (feel) =>
    task(
      zeebe(
        `<camunda:inputOutput><camunda:inputParameter name="a">${at(feel)}</camunda:inputParameter></camunda:inputOutput>`,
      ),
    ),
  'an item of a list of Camunda 7': (feel) =>
    task(
      zeebe(
        `<camunda:inputOutput><camunda:inputParameter name="a"><camunda:list><camunda:script scriptFormat="feel">${at(feel)}</camunda:script></camunda:list></camunda:inputParameter></camunda:inputOutput>`,
      ),
    ),
  'an assignment of data': (feel) =>
    placed(
      `<manualTask id="x"><ioSpecification><dataInput id="given"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation id="d"><targetRef>given</targetRef><assignment><from>${at(feel)}</from><to>given</to></assignment></dataInputAssociation></manualTask>`,
    ),
  'a line': (feel) =>
    placed(`<userTask id="x" onestop:line="${at(feel)}" onestop:outcomes="a=甲"/>`),
  'a role': (feel) =>
    placed(
      `<userTask id="x" onestop:line="market" onestop:role="${at(feel)}" onestop:outcomes="a=甲"/>`,
    ),
  'the input of a call': (feel) =>
    placed(
      `<callActivity id="x" calledElement="q" onestop:separate="true" onestop:item="i" onestop:input="${at(feel)}"/>`,
    ),
  'a collection': (feel) => repeated(`inputCollection="${at(feel)}" inputElement="one"`),
  'the output of each instance': (feel) =>
    repeated(
      `inputCollection="=[1]" inputElement="one" outputCollection="all" outputElement="${at(feel)}"`,
    ),
  'a cardinality': (feel) =>
    task(
      `<multiInstanceLoopCharacteristics><loopCardinality>${at(feel)}</loopCardinality></multiInstanceLoopCharacteristics>`,
    ),
  'a completion condition': (feel) =>
    repeated(
      'inputCollection="=[1]" inputElement="one"',
      `<completionCondition>${at(feel)}</completionCondition>`,
    ),
  'the condition of a loop': (feel) =>
    task(
      `<standardLoopCharacteristics loopMaximum="3"><loopCondition>${at(feel)}</loopCondition></standardLoopCharacteristics>`,
    ),
  'the completion of an ad-hoc sub-process': (feel) =>
    adHoc(`<completionCondition>${at(feel)}</completionCondition>`),
  'the activities of an ad-hoc sub-process': (feel) =>
    adHoc(zeebe(`<zeebe:adHoc activeElementsCollection="${at(feel)}"/>`)),
  'the condition of an event': (feel) =>
    caught(
      `<conditionalEventDefinition><condition>${at(feel)}</condition></conditionalEventDefinition>`,
    ),
  'the activation of a complex gateway': (feel) =>
    placed(
      `<complexGateway id="x"><activationCondition>${at(feel)}</activationCondition></complexGateway>`,
    ),
  'a length': (feel) => timed('timeDuration', feel),
  'a date': (feel) => timed('timeDate', feel),
  'a cycle': (feel) => timed('timeCycle', feel),
  'the length of a boundary event': (feel) =>
    placed(
      `<manualTask id="x"/><boundaryEvent id="b" attachedToRef="x"><timerEventDefinition><timeDuration>${at(feel)}</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="b_e" sourceRef="b" targetRef="e"/>`,
    ),
  'the name of a signal': (feel) =>
    caught('<signalEventDefinition signalRef="g"/>', `<signal id="g" name="${at(feel)}"/>`),
  'the name of a message': (feel) => caught(MESSAGE, message(at(feel))),
  'the key of a message': (feel) => caught(MESSAGE, message('m', subscription(feel))),
  'the key of a message that is thrown': (feel) =>
    placed(
      `<intermediateThrowEvent id="x">${MESSAGE}</intermediateThrowEvent>`,
      message('m', subscription(feel)),
    ),
  'the content of a message': (feel) =>
    placed(
      `<intermediateThrowEvent id="x">${zeebe(`<zeebe:ioMapping><zeebe:input source="${at(feel)}" target="a"/></zeebe:ioMapping>`)}${MESSAGE}</intermediateThrowEvent>`,
      message('m'),
    ),
  'what is kept of a message': (feel) =>
    placed(
      `<intermediateCatchEvent id="x">${zeebe(`<zeebe:ioMapping><zeebe:output source="${at(feel)}" target="a"/></zeebe:ioMapping>`)}${MESSAGE}</intermediateCatchEvent>`,
      message('m'),
    ),
  'within a sub-process': (feel) =>
    placed(
      `<subProcess id="x"><startEvent id="is"/><sequenceFlow id="is_it" sourceRef="is" targetRef="it"/><scriptTask id="it"><script>${at(feel)}</script></scriptTask><sequenceFlow id="t_ie" sourceRef="it" targetRef="ie"/><endEvent id="ie"/></subProcess>`,
    ),
  'within an event sub-process': (feel) =>
    placed(
      `<manualTask id="x"/><subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="g"/></startEvent><sequenceFlow id="hs_ht" sourceRef="hs" targetRef="ht"/><scriptTask id="ht"><script>${at(feel)}</script></scriptTask><sequenceFlow id="t_ie" sourceRef="ht" targetRef="ie"/><endEvent id="ie"/></subProcess>`,
      '<signal id="g" name="g"/>',
    ),
};

/** What comes with a message is named by whoever sends it. */
const BROUGHT = ['what is kept of a message'];

const FAULTS: [fault: string, feel: string, says: RegExp][] = [
  ['an unknown function', 'frobnicate(1)', /第 \d+ 个字符处：没有函数“frobnicate”/],
  ['a misspelt function', 'coutn([1])', /第 \d+ 个字符处：没有函数“coutn”，是否想写“count”/],
  ['an unknown variable', '1 + nowhere', /第 \d+ 个字符处.*nowhere/],
  ['==', 'check.outcome == "yes"', /第 \d+ 个字符处：.*没有“==”/],
  ['outcom', 'check.outcom = "yes"', /第 \d+ 个字符处：.*是否想写“outcome”/],
  ['a misspelt task', 'chekc.outcome = "yes"', /第 \d+ 个字符处：没有变量“chekc”，是否想写“check”/],
  ['a function of Camunda 8', 'is defined(check)', /Camunda 8 自有的函数 is defined/],
  ['wrong arguments', 'count()', /第 \d+ 个字符处：函数 count 要/],
  ['a value of the wrong kind', 'loopCounter * "2"', /第 \d+ 个字符处：文本不能用“\*”计算/],
  [
    'an outcome that its task has not',
    'check.outcome = "maybe"',
    /“maybe”不在任务“.*”的选项（yes、no）/,
  ],
];

const errorsOf = async (xml: string) =>
  (await lint(xml)).filter(({ severity }) => severity === 'error');

describe.each(Object.entries(POSITIONS))('%s', (name, position) => {
  it('has no error where nothing is wrong', async () => {
    const errors = await errorsOf(position('check.outcome = "yes"'));
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  const brought = BROUGHT.includes(name);
  it.each(FAULTS.filter(([fault]) => !brought || !/variable|task/.test(fault)))(
    'with %s',
    async (_fault, feel, says) => {
      const errors = await errorsOf(position(feel));
      expect(errors.map(({ message }) => message).join('\n')).toMatch(says);
      for (const { element } of errors) expect(element).toBeDefined();
    },
  );
});
