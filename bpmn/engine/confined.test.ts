/** What somebody outside says to a case lands where the diagram maps it, and nowhere else. */
import type { Mapping } from '../model/process.js';
import { build, type Part } from './testing/build.js';
import { Play } from './testing/play.js';

const start: Part = { id: 's', type: 'startEvent' };
const end: Part = { id: 'e', type: 'userTask' };
const message = { name: { value: 'go' } };
const PAID: Mapping[] = [{ target: 'paid', source: { feel: 'amount' } }];

const receivers: Record<string, (outputs?: Mapping[]) => Part> = {
  'a receive task': (outputs) => ({
    id: 'r',
    type: 'receiveTask',
    message,
    ...(outputs && { outputs }),
  }),
  'a catch event': (outputs) => ({
    id: 'r',
    type: 'intermediateCatchEvent',
    definition: { type: 'message', message },
    ...(outputs && { outputs }),
  }),
};

function told(part: Part, confined: boolean) {
  const play = new Play(build({ elements: [start, part, end], flows: ['s>r', 'r>e'] }), {
    decide: 'refused',
  });
  play.apply({
    ...{ type: 'messageReceived' as const, at: play.at, name: 'go' },
    variables: { amount: 7, decide: 'granted' },
    ...(confined && { confined: true as const }),
  });
  expect(play.position.tasks).toHaveLength(1);
  return play.variables;
}

describe.each(Object.entries(receivers))('%s', (_, part) => {
  it('keeps of what somebody outside says only what it maps', () => {
    expect(told(part(PAID), true)).toEqual({ decide: 'refused', paid: 7 });
  });

  it('keeps nothing of it where it maps nothing', () => {
    expect(told(part(), true)).toEqual({ decide: 'refused' });
  });

  it('keeps all of what another case says', () => {
    expect(told(part(), false)).toEqual({ decide: 'granted', amount: 7 });
  });
});
