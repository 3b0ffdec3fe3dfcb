import { actNameOf, stateNameOf } from './case-names.js';
import { ITEM_TYPES } from './index.js';

describe('a case is told in the words of its type:', () => {
  it.each([
    ['01', '已受理', '不予行政许可', '受理', '撤销许可'],
    ['02', '已立案', '不予行政处罚', '立案', '撤销决定'],
    ['05', '已受理', '不予行政给付', '受理', '撤销决定'],
    ['06', '已立案', '认定检查不合格', '立案', '撤销决定'],
    ['20', '已受理', '不予办理', '受理', '撤销决定'],
  ])('%s', (type, accepted, refused, accept, revoke) => {
    expect(stateNameOf('accepted', type)).toBe(accepted);
    expect(stateNameOf('refused', type)).toBe(refused);
    expect(actNameOf('accept', type)).toBe(accept);
    expect(actNameOf('revoke', type)).toBe(revoke);
  });

  it('only a permit is refused as one', () => {
    const permits = ITEM_TYPES.filter(({ code }) => stateNameOf('refused', code).includes('许可'));
    expect(permits.map(({ code }) => code)).toEqual(['01']);
    expect(stateNameOf('refused', null)).toBe('不予许可');
  });
});
