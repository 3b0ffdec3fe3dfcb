/** Parts of models that many tests need. */
import type { ProcessModel } from '../../model/process.js';
import { build, type Part } from './build.js';

export const start: Part = { id: 's', type: 'startEvent' };
export const task = (id: string, more: object = {}): Part => ({ id, type: 'userTask', ...more });

export const timer = (value: string) => ({
  type: 'timer',
  timer: { kind: 'duration', value: { value } },
});
export const message = (name: string) => ({ type: 'message', message: { name: { value: name } } });
export const signal = (name: string) => ({ type: 'signal', name: { value: name } });

export const border = (
  id: string,
  attachedTo: string,
  definition: object,
  more: object = {},
): Part => ({
  ...{ id, type: 'boundaryEvent', attachedTo, definition },
  ...more,
});

/** Start, this part, then the task `after`; boundary events lead to it as well. */
export const one = (part: Part, more: Part[] = []): ProcessModel =>
  build({
    elements: [start, part, task('after'), ...more],
    flows: [
      `s>${part.id}`,
      `${part.id}>after`,
      ...more.filter(({ type }) => type === 'boundaryEvent').map(({ id }) => `${id}>after`),
    ],
  });

/** Two branches that meet again, one of two tasks and one of one. */
export const parallel = build({
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'a', type: 'userTask' },
    { id: 'fork', type: 'parallelGateway' },
    { id: 'b1', type: 'userTask' },
    { id: 'b2', type: 'userTask' },
    { id: 'c', type: 'userTask' },
    { id: 'join', type: 'parallelGateway' },
    { id: 'd', type: 'userTask' },
    { id: 'e', type: 'endEvent' },
  ],
  flows: ['s>a', 'a>fork', 'fork>b1', 'b1>b2', 'fork>c', 'b2>join', 'c>join', 'join>d', 'd>e'],
});
