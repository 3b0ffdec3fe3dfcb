import { standingOf } from './marks.js';

const tables = (epoch: number, mark: string | null, next: string | null = null) => ({
  ...{ epoch, mark, next },
});
const engine = (epoch: number, mark: string) => ({ epoch, mark });

describe('two stores', () => {
  it.each([
    ['never marked', null, null, 'new'],
    ['with a first mark only on its way', tables(1, null, 'a'), null, 'new'],
    ['with a first mark arrived', tables(1, null, 'a'), engine(1, 'a'), 'together'],
    ['of one mark', tables(2, 'a'), engine(2, 'a'), 'together'],
    ['with a next mark on its way', tables(2, 'a', 'b'), engine(2, 'a'), 'together'],
    ['with a next mark arrived', tables(2, 'a', 'b'), engine(2, 'b'), 'together'],
    ['of which the tables are older', tables(2, 'a'), engine(2, 'c'), 'apart'],
    ['of which Temporal is older', tables(2, 'c', 'd'), engine(2, 'a'), 'apart'],
    ['of two epochs', tables(3, 'a'), engine(2, 'a'), 'apart'],
    ['of which the tables are new', null, engine(1, 'a'), 'apart'],
    ['of which Temporal is new', tables(1, 'a'), null, 'apart'],
  ] as const)('%s', (_, ofTables, ofEngine, standing) => {
    expect(standingOf({ tables: ofTables, engine: ofEngine })).toBe(standing);
  });
});
