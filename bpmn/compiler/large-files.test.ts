/** Reading a file costs no more than in proportion to its length, whatever it has many of: counted, not timed. */
import { powerOf } from '../engine/testing/counted.js';
import { compile } from './index.js';

const SIZES = [60, 600] as const;
/** Counting is exact; what it cannot see are logarithms. */
const LINEAR = 1.05;

const each = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('');

const definitions = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">${content}</definitions>`;
const process = (content: string, id = 'p'): string =>
  `<process id="${id}" isExecutable="true"><startEvent id="${id}-s"/>${content}</process>`;
const flow = (from: string, to: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
const link = (kind: string, i: number): string =>
  `<intermediate${kind}Event id="${kind}${i}"><linkEventDefinition name="l${i}"/></intermediate${kind}Event>`;

const FILES: Readonly<Record<string, (count: number) => string>> = {
  'user tasks in a row': (count) =>
    definitions(
      process(
        each(count, (i) => `<userTask id="t${i}"/>${flow(i === 0 ? 'p-s' : `t${i - 1}`, `t${i}`)}`),
      ),
    ),
  links: (count) =>
    definitions(
      process(each(count, (i) => link('Throw', i) + link('Catch', i) + flow('p-s', `Throw${i}`))),
    ),
  'compensation, associated in the process': (count) =>
    definitions(
      process(
        each(
          count,
          (i) =>
            `<userTask id="t${i}"/>${flow('p-s', `t${i}`)}<userTask id="u${i}" isForCompensation="true"/>` +
            `<boundaryEvent id="b${i}" attachedToRef="t${i}"><compensateEventDefinition/></boundaryEvent>` +
            `<association id="a${i}" sourceRef="b${i}" targetRef="u${i}"/>`,
        ),
      ),
    ),
  'compensation, associated beside the pools': (count) =>
    definitions(
      `<collaboration id="c">${each(
        count,
        (i) =>
          `<participant id="P${i}" processRef="p${i}"/>` +
          `<association id="a${i}" sourceRef="b${i}" targetRef="u${i}"/>`,
      )}</collaboration>` +
        each(count, (i) =>
          process(
            `<userTask id="t${i}"/>${flow(`p${i}-s`, `t${i}`)}<userTask id="u${i}" isForCompensation="true"/>` +
              `<boundaryEvent id="b${i}" attachedToRef="t${i}"><compensateEventDefinition/></boundaryEvent>`,
            `p${i}`,
          ),
        ),
    ),
  'event-based gateways': (count) =>
    definitions(
      '<signal id="g" name="g"/>' +
        process(
          each(
            count,
            (i) =>
              `<eventBasedGateway id="x${i}"/>${flow('p-s', `x${i}`)}` +
              `<intermediateCatchEvent id="c${i}"><signalEventDefinition signalRef="g"/></intermediateCatchEvent>` +
              flow(`x${i}`, `c${i}`),
          ),
        ),
    ),
  'message flows between two pools': (count) =>
    definitions(
      '<collaboration id="c"><participant id="A" processRef="a"/><participant id="B" processRef="b"/>' +
        each(count, (i) => `<messageFlow id="m${i}" sourceRef="s${i}" targetRef="r${i}"/>`) +
        '</collaboration>' +
        process(
          each(count, (i) => `<sendTask id="s${i}"/>${flow('a-s', `s${i}`)}`),
          'a',
        ) +
        process(
          each(count, (i) => `<receiveTask id="r${i}"/>${flow('b-s', `r${i}`)}`),
          'b',
        ),
    ),
  'pools that send to the next': (count) =>
    definitions(
      `<collaboration id="c">${each(
        count,
        (i) =>
          `<participant id="P${i}" processRef="p${i}"/>` +
          (i === 0 ? '' : `<messageFlow id="m${i}" sourceRef="s${i - 1}" targetRef="r${i}"/>`),
      )}</collaboration>` +
        each(count, (i) =>
          process(
            `<sendTask id="s${i}"/><receiveTask id="r${i}"/>${flow(`p${i}-s`, `r${i}`)}${flow(`r${i}`, `s${i}`)}`,
            `p${i}`,
          ),
        ),
    ),
  'processes that call the next': (count) =>
    definitions(
      each(count, (i) =>
        process(
          `<callActivity id="c${i}" calledElement="p${Math.min(i + 1, count - 1)}"/>${flow(`p${i}-s`, `c${i}`)}`,
          `p${i}`,
        ),
      ),
    ),
  'correlated messages': (count) =>
    definitions(
      each(count, (i) => `<message id="m${i}" name="m${i}"/>`) +
        '<correlationProperty id="q">' +
        each(
          count,
          (i) =>
            `<correlationPropertyRetrievalExpression messageRef="m${i}"><messagePath>=no</messagePath></correlationPropertyRetrievalExpression>`,
        ) +
        '</correlationProperty><collaboration id="c"><correlationKey id="k"><correlationPropertyRef>q</correlationPropertyRef></correlationKey></collaboration>' +
        process(
          each(count, (i) => `<receiveTask id="r${i}" messageRef="m${i}"/>${flow('p-s', `r${i}`)}`),
        ),
    ),
  'boundary events that hang on nothing': (count) =>
    definitions(
      process(
        each(
          count,
          (i) =>
            `<boundaryEvent id="b${i}" attachedToRef="p-s"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>`,
        ),
      ),
    ),
  'ids in Chinese': (count) =>
    definitions(process(each(count, (i) => `<userTask id="任务${i}"/>${flow('p-s', `任务${i}`)}`))),
  lanes: (count) =>
    definitions(
      process(
        `<laneSet id="ls">${each(count, (i) => `<lane id="l${i}"><flowNodeRef>t${i}</flowNodeRef></lane>`)}</laneSet>` +
          each(count, (i) => `<userTask id="t${i}"/>${flow('p-s', `t${i}`)}`),
      ),
    ),
};

it.each(Object.entries(FILES))('%s', async (_, fileOf) => {
  const power = await powerOf(SIZES, (count) => {
    const xml = fileOf(count);
    return () => compile(xml);
  });
  expect(power).toBeLessThan(LINEAR);
});

it.each(Object.entries(FILES))(
  '%s are read, or refused for what is wrong with them',
  async (name, fileOf) => {
    const { models, findings } = await compile(fileOf(3));
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    if (name.startsWith('boundary'))
      expect(new Set(errors)).toEqual(new Set(['boundary-incomplete']));
    else expect([models.length > 0, errors]).toEqual([true, []]);
  },
);
