/** Items found as people speak, and what they look for in vain told to who keeps the words. */
import type { Session } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from './stage.js';

interface Listed {
  items: { name: string }[];
  nearest: boolean;
}

describe('search', () => {
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    stage = await openApiStage();
    admin = await stage.as('admin');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const search = (q: string) =>
    stage.stranger().get<Listed>(`/api/items?q=${encodeURIComponent(q)}`);
  const first = async (q: string) => (await search(q)).items[0]?.name;

  it.each([
    ['开小饭馆', /饭店|餐饮|食品/],
    ['老人补贴', /高龄津贴/],
    ['孩子上户口', /出生|新生儿/],
    ['gaoling', /高龄津贴/],
    ['户外招排', /招牌/],
    ['opening a restaurant', /开饭店/],
  ])('finds %s', async (q, name) => expect(await first(q)).toMatch(name));

  it('says the catalogue in English where it is translated, and only there', async () => {
    interface Said {
      translations: { chinese: string; english: string }[];
    }
    const reads = async (path: string) => {
      const { translations } = await stage.stranger().get<Said>(path);
      return new Map(translations.map(({ chinese, english }) => [chinese, english]));
    };
    const listed = await reads('/api/items/english');
    expect(listed.get('高龄津贴')).toBe('Old-age allowance');
    expect(listed.has('海城市户籍')).toBe(false);
    const allowance = await reads('/api/items/210511001000/english');
    expect(allowance.get('海城市户籍')).toBe('Registered in Haicheng');
    const unknown = await stage.stranger().call('GET', '/api/items/999999999999/english');
    expect(unknown.status).toBe(404);
  });

  it('tells what is nearest, and learns a word that an administrator explains', async () => {
    const vain = await search('敬老红包');
    expect(vain.nearest).toBe(true);
    const told = async () =>
      (await admin.get<{ misses: { text: string }[] }>('/api/search-words')).misses;
    expect(await told()).toEqual([expect.objectContaining({ text: '敬老红包', times: 1 })]);
    await admin.put('/api/search-words', { word: '敬老红包', means: ['高龄津贴'] });
    expect(await first('敬老红包')).toMatch(/高龄津贴/);
    expect(await told()).toEqual([]);
    await admin.post('/api/search-words/removal', { word: '敬老红包' });
    expect((await search('敬老红包')).nearest).toBe(true);
  });
});
