/**
 * The processes that are measured, as one BPMN file for both engines. Only the loop's script and
 * condition are written twice: in FEEL, and in JavaScript for `bpmn-engine`.
 */

export interface Shape {
  name: string;
  /** @param size how many tasks, levels, instances or rounds */
  xml(size: number, language: 'feel' | 'javascript'): string;
  /** Elements that are completed from start to end. */
  steps(size: number): number;
}

/** A chain of user tasks, completed one after another. */
const straight: Shape = {
  name: 'straight',
  xml: (size) => file([...chain(size, (id) => `<userTask id="${id}"/>`)]),
  steps: (size) => size + 2,
};

/** User tasks side by side, completed one after another. */
const parallel: Shape = {
  name: 'parallel',
  xml: (size) =>
    file([
      '<startEvent id="s"/><parallelGateway id="fork"/><parallelGateway id="join"/><endEvent id="e"/>',
      flow('s', 'fork'),
      ...upTo(size).map(
        (i) => `<userTask id="t${i}"/>${flow('fork', `t${i}`)}${flow(`t${i}`, 'join')}`,
      ),
      flow('join', 'e'),
    ]),
  steps: (size) => size + 4,
};

/** Sub-processes, one in another, with a user task in the innermost. */
const nested: Shape = {
  name: 'nested',
  xml: (size) => file([upTo(size).reduce(around, '<userTask id="task"/>')]),
  steps: (size) => 3 * size + 1,
};

function around(inside: string, level: number): string {
  const id = /id="(\w+)"/.exec(inside)?.[1] ?? '';
  return (
    `<subProcess id="p${level}">${inside}` +
    `<startEvent id="s${level}"/><endEvent id="e${level}"/>` +
    `${flow(`s${level}`, id)}${flow(id, `e${level}`)}</subProcess>`
  );
}

/** One user task for each of many, open side by side. */
const multiInstance: Shape = {
  name: 'multiInstance',
  xml: (size) =>
    file(
      chain(
        1,
        (id) =>
          `<userTask id="${id}"><multiInstanceLoopCharacteristics isSequential="false">` +
          `<loopCardinality>${size}</loopCardinality></multiInstanceLoopCharacteristics></userTask>`,
      ),
    ),
  steps: (size) => size + 2,
};

/** A script task for each of many, without waiting. */
const scripts: Shape = {
  name: 'scripts',
  xml: (size) =>
    file(
      chain(
        1,
        (id) =>
          `<scriptTask id="${id}"><extensionElements><zeebe:script expression="=loopCounter" resultVariable="n"/></extensionElements>` +
          `<multiInstanceLoopCharacteristics><loopCardinality>${size}</loopCardinality></multiInstanceLoopCharacteristics></scriptTask>`,
      ),
    ),
  steps: (size) => size + 2,
};

/** A process in which so many catch events wait side by side: for signals `g0`…, messages `m0`…. */
export function catches(size: number, definition: (i: number) => string): string {
  let i = -1;
  const named = (tag: string, short: string) =>
    upTo(size).map((n) => `<${tag} id="${short}${n}" name="m${n}"/>`);
  return parallel
    .xml(size, 'feel')
    .replace(/<userTask id="(t\d+)"\/>/g, (_all, id: string) => {
      i += 1;
      return `<intermediateCatchEvent id="${id}">${definition(i)}</intermediateCatchEvent>`;
    })
    .replace(
      '<process ',
      () => [...named('message', 'm'), ...named('signal', 'g')].join('') + '<process ',
    );
}

const ROUND = {
  feel:
    '<scriptTask id="count"><extensionElements>' +
    '<zeebe:script expression="=n + 1" resultVariable="n"/></extensionElements></scriptTask>',
  // answered later: called at once, bpmn-engine overflows its stack before a thousand rounds
  javascript:
    '<scriptTask id="count" scriptFormat="javascript"><script>environment.output.n = ' +
    '(environment.output.n || 0) + 1; environment.services.later(next);</script></scriptTask>',
};

/** A script and a gateway, round and round, without waiting for anybody. */
const loop: Shape = {
  name: 'loop',
  xml: (size, language) => {
    const again =
      language === 'feel'
        ? `<conditionExpression xsi:type="tFormalExpression">=n &lt; ${size}</conditionExpression>`
        : '<conditionExpression xsi:type="tFormalExpression" language="javascript">' +
          `next(null, environment.output.n &lt; ${size})</conditionExpression>`;
    return file([
      '<startEvent id="s"/><exclusiveGateway id="merge"/><exclusiveGateway id="split" default="split-e"/>',
      '<endEvent id="e"/>',
      ROUND[language],
      flow('s', 'merge') + flow('merge', 'count') + flow('count', 'split'),
      flow('split', 'merge', again) + flow('split', 'e'),
    ]);
  },
  steps: (size) => 3 * size + 2,
};

export const shapes = { straight, parallel, nested, multiInstance, scripts, loop };

function upTo(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}

function flow(source: string, target: string, inside = ''): string {
  return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;
}

/** Start → size elements → end. */
function chain(size: number, element: (id: string) => string): string[] {
  const ids = ['s', ...upTo(size).map((i) => `t${i}`), 'e'];
  return [
    '<startEvent id="s"/><endEvent id="e"/>',
    ...ids.slice(1, -1).map(element),
    ...ids.slice(1).map((id, i) => flow(ids[i] ?? '', id)),
  ];
}

const file = (parts: string[]): string =>
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="bench">' +
  `<process id="p" isExecutable="true">${parts.join('')}</process></definitions>`;
