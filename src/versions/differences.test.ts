import { differencesOf, lineDifferences, type Part } from './differences.js';

const parts = (given: Record<string, string>, readable = false) =>
  new Map(
    Object.entries(given).map(([place, text]): [string, Part] => [
      place,
      { name: `名称 ${place}`, text, readable },
    ]),
  );

describe('differences of parts', () => {
  it('tell what is gone, new and changed, by its place, and nothing of the rest', () => {
    const found = differencesOf(
      parts({ a: '1', b: '1', c: '1' }),
      parts({ c: '1', d: '1', b: '2' }),
    );
    expect(found.map(({ change, place }) => [change, place])).toEqual([
      ['removed', 'a'],
      ['added', 'd'],
      ['changed', 'b'],
    ]);
    expect(found[2]).toMatchObject({ name: '名称 b', before: null, after: null });
  });

  it('show texts that people can read', () => {
    const found = differencesOf(parts({ day: '工作日' }, true), parts({ day: '休息日' }, true));
    expect(found).toMatchObject([{ before: '工作日', after: '休息日' }]);
  });

  it('are all of it where there was nothing, and none where nothing changed', () => {
    expect(differencesOf(new Map(), parts({ a: '1' }))).toMatchObject([{ change: 'added' }]);
    expect(differencesOf(parts({ a: '1' }), parts({ a: '1' }))).toEqual([]);
  });

  it('tell of each property that is not as it was', () => {
    const part = (properties: Record<string, string>) =>
      new Map([['a', { name: '承办', text: JSON.stringify(properties), properties }]]);
    const found = differencesOf(
      part({ limit: '5wd', form: 'old', act: 'accept' }),
      part({ limit: '3wd', act: 'accept', role: 'handler' }),
    );
    expect(found.map(({ property, before, after }) => [property, before, after])).toEqual([
      ['limit', '5wd', '3wd'],
      ['form', 'old', null],
      ['role', null, 'handler'],
    ]);
    expect(differencesOf(new Map(), part({ limit: '5wd' }))).toMatchObject([
      { change: 'added', property: null },
    ]);
  });
});

describe('differences of lines', () => {
  it('carry the number a line had or has', () => {
    expect(lineDifferences('一\n二\n三', '一\n二点五\n三\n四')).toEqual([
      { change: 'removed', place: '2', name: '第 2 行', property: null, before: '二', after: null },
      {
        change: 'added',
        place: '2',
        name: '第 2 行',
        property: null,
        before: null,
        after: '二点五',
      },
      { change: 'added', place: '4', name: '第 4 行', property: null, before: null, after: '四' },
    ]);
  });

  it('do not depend on how lines end', () => {
    expect(lineDifferences('一\r\n二', '一\n二')).toEqual([]);
  });
});
