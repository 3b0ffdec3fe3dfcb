import { isNode, nodesOf, readTree, textOf } from './node-tree.js';

describe('a node tree of PostgreSQL', () => {
  it('is read with its lists, sets, names and nothing', () => {
    const tree = readTree(
      '({VAR :varno 1 :varnullingrels (b 3) :name "a b" :alias <> :cols (i 1 2)} {B :x a\\ b})',
    );
    expect(tree).toEqual([
      {
        node: 'VAR',
        varno: '1',
        varnullingrels: ['3'],
        name: 'a b',
        alias: null,
        cols: ['1', '2'],
      },
      { node: 'B', x: 'a b' },
    ]);
    expect(nodesOf(tree).map((one) => isNode(one, 'B'))).toEqual([false, true]);
  });

  it('has its constants as bytes, of which texts are read', () => {
    const constant = readTree(
      '{CONST :consttype 25 :constvalue 7 [ 28 0 0 0 -27 -72 -126 ] :at 1}',
    );
    expect(isNode(constant) && textOf(constant)).toBe('市');
    expect(isNode(constant) && constant.at).toBe('1');
  });

  it('is refused when it ends too early', () => {
    expect(() => readTree('{VAR :varno')).toThrow('too early');
  });
});
