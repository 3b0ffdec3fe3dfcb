/** Powers: which body decides an item where. */
import { resolveDepartment } from '../../src/catalogue/authorities/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import { code, type Keepers, type Performed, type Problem, registerOf } from './register.js';

/** @param keepers are there once the tests run */
export function describeWhoDecides(keepers: () => Keepers): void {
  const { day } = registerOf(() => keepers().stage);
  describe('who decides an item where', () => {
    const line = (more: object = {}) => ({
      ...{ item: '210125001000', area: '210381', replacesLine: 'market', replacesLevel: 'county' },
      ...{
        organisation: 'o-210381-approval',
        regulator: 'o-210381-market',
        note: '设审批局',
        ...more,
      },
    });
    const put = (by: Session, body: object) =>
      by.call<Performed & Problem>('PUT', '/api/item-authorities', body);

    test('is told before it is changed, and is what cases find then', async () => {
      const preview = await keepers().county.post<{ changed: object[]; running: number }>(
        '/api/item-authorities/preview',
        line(),
      );
      expect(preview).toEqual({
        changed: [
          {
            ...{ area: '210381', areaName: '海城市', before: '海城市市场监督管理局' },
            after: '海城市行政审批局',
          },
        ],
        running: 0,
      });
      const wanted = { item: '210125001000', region: '210381003', line: 'market', level: 'county' };
      const found = async () =>
        (await resolveDepartment(keepers().stage.dataSource.manager, wanted))?.id;
      expect(await found()).toBe('o-210381-market');
      expect((await put(keepers().county, line())).body.state).toBe('applied');
      expect(await found()).toBe('o-210381-approval');
      const { items } = await keepers().county.get<{ items: object[] }>(
        '/api/item-authorities?organisation=o-210381-approval',
      );
      expect(items).toMatchObject([{ areaName: '海城市', kept: true }]);
      expect(
        (await keepers().city.call('POST', '/api/item-authorities/removal', line())).status,
      ).toBe(400);
      const { organisation: _, regulator: __, note: ___, ...key } = line();
      expect(
        (await keepers().county.call('POST', '/api/item-authorities/removal', key)).status,
      ).toBe(200);
      expect(await found()).toBe('o-210381-market');
    });

    test('from a day to come holds from that day', async () => {
      const later = await put(keepers().county, line({ validFrom: await day(1) }));
      expect(later.body.state).toBe('waiting');
      const { items } = await keepers().county.get<{ items: object[] }>(
        '/api/item-authorities?organisation=o-210381-approval',
      );
      expect(items).toEqual([]);
    });

    test.each<[string, object, string]>([
      [
        'to a line that has no body there',
        { organisation: null, line: 'moon', level: 'county' },
        'left-without-body',
      ],
      ['to nobody', { organisation: null }, 'to-whom'],
      ['of an item that is not there', { item: '999999999999' }, 'no-such-item'],
      [
        'in more places than are looked at',
        { area: '210300', replacesLevel: 'village' },
        'too-many-places',
      ],
      ['to a zone itself', { organisation: 'o-zone-haicheng' }, 'no-such-body'],
    ])('is not given %s', async (_, fault, expected) => {
      expect(code(await put(keepers().city, line(fault)))).toBe(`422 ${expected}`);
      expect(
        code(await keepers().city.call('POST', '/api/item-authorities/preview', line(fault))),
      ).toBe(`422 ${expected}`);
    });

    test.each<[string, object]>([
      ['in another county', { area: '210302' }],
      ['to another county’s body', { organisation: 'o-210302-market' }],
      ['in the name of the city', { inNameOf: 'o-2103-market' }],
      ['in the whole city', { area: '210300' }],
      ['that the city decides', { replacesLevel: 'city' }],
      ['that a vertical body decides', { replacesLine: 'tax' }],
      ['to the city’s own line', { organisation: null, line: 'market', level: 'city' }],
      ['to a vertical line', { organisation: null, line: 'tax', level: 'county' }],
    ])('is no county’s to give %s', async (_, elsewhere) => {
      expect(code(await put(keepers().county, line(elsewhere)))).toBe('403 not-yours-to-keep');
    });

    test.each<[string, object, string]>([
      ['taken by the city', { organisation: 'o-2103-market' }, 'not-yours-to-keep'],
      ['given by the city to a body of the county', {}, 'set-above'],
    ])('stays when %s: no county overwrites or removes it', async (_, given, expected) => {
      const { organisation: _o, regulator: _r, note: _n, ...key } = line();
      const removal = (by: Session) => by.call('POST', '/api/item-authorities/removal', key);
      expect((await put(keepers().city, line(given))).status).toBe(200);
      expect(code(await put(keepers().county, line({ note: '自行调整' })))).toBe(`403 ${expected}`);
      expect(code(await removal(keepers().county))).toBe(`403 ${expected}`);
      expect((await removal(keepers().city)).status).toBe(200);
      // What the city took away leaves the county free.
      expect((await put(keepers().county, line())).status).toBe(200);
      expect((await removal(keepers().county)).status).toBe(200);
    });

    test('lists the items that somewhere nobody decides', async () => {
      const gaps = () =>
        keepers().county.get<{ items: { item: string; area: string }[] }>(
          '/api/item-authorities/gaps',
        );
      const before = (await gaps()).items.length;
      await keepers().stage.dataSource.query(
        `UPDATE organisation SET valid_to = current_date WHERE id = 'o-210381-market'`,
      );
      const { items } = await gaps();
      expect(items.length).toBeGreaterThan(before);
      expect(items).toContainEqual(
        expect.objectContaining({ item: '210125001000', area: '210381', line: 'market' }),
      );
    });
  });
}
