import { readFile } from 'node:fs/promises';
import { compile } from '../compiler/index.js';
import { Walk } from './walk.js';

const all = { A: true, A2: false, B: true, C: true, D: true, E: true };
const active: { registration: { state: string | null } } = { registration: { state: 'active' } };

async function restaurant(
  children: Record<string, boolean>,
  firePromise = false,
  results = active,
) {
  const xml = await readFile(new URL('./restaurant.bpmn', import.meta.url), 'utf8');
  const { models } = await compile(xml);
  return new Walk(models[0]!, { children, form: { firePromise } }, results);
}

describe('restaurant', () => {
  it('starts exactly the items that the situation asks for', async () => {
    const way = (await restaurant(all)).through('collect:accept');
    expect(way.children).toEqual(['child_A', 'child_B', 'child_C', 'child_D', 'child_E']);
    expect(way.at.children.find(({ element }) => element === 'child_A')).toMatchObject({
      process: 'food-licence',
      item: '210125001000',
    });
    const small = (await restaurant({ A2: true, B: true })).through('collect:accept');
    expect(small.children).toEqual(['child_A2', 'child_B']);
  });

  it('hands over when the last item has ended, whatever the others’ results', async () => {
    const way = (await restaurant(all)).through('collect:accept');
    way.endChild('child_C', 'finished').endChild('child_A', 'granted');
    way.endChild('child_D', 'refused').endChild('child_E', 'withdrawn');
    expect(way.tasks).toEqual([]);
    way.endChild('child_B', 'granted');
    expect(way.tasks).toEqual(['handOver']);
    way.through('handOver:delivered', 'evaluate:rated', 'archive:archived');
    expect([way.ended, way.completed.includes('push')]).toEqual([true, true]);
  });

  it('does not wait for ever for a rating', async () => {
    const way = (await restaurant({ C: true })).through('collect:accept');
    way.endChild('child_C', 'finished').through('handOver:delivered').fire('noRating');
    expect(way.tasks).toEqual(['archive']);
  });

  it('checks a promise afterwards, beside the handing over', async () => {
    const way = (await restaurant({ B: true }, true)).through('collect:accept');
    way.endChild('child_B', 'granted');
    expect([way.children, way.tasks]).toEqual([['laterCheck'], ['handOver']]);
    way.through('handOver:delivered', 'evaluate:rated', 'archive:archived');
    expect(way.ended).toBe(false);
    expect(way.endChild('laterCheck', 'finished').ended).toBe(true);
  });

  it('checks nothing afterwards when the promise was not accepted', async () => {
    const way = (await restaurant({ B: true }, true)).through('collect:accept');
    way.endChild('child_B', 'refused');
    expect([way.children, way.tasks]).toEqual([[], ['handOver']]);
  });

  it.each(['revoked', 'closed', null])(
    'stops at a business licence that is %s, unless the data were wrong',
    async (state) => {
      const way = (await restaurant(all, false, { registration: { state } })).through(
        'collect:accept',
      );
      expect(way.tasks).toEqual(['blocked']);
      way.through('blocked:recheck');
      expect(way.tasks).toEqual(['blocked']);
      way.through('blocked:reject');
      expect([way.ended, way.children]).toEqual([true, []]);
    },
  );
});
