import { engineUrls } from './engine-urls.js';

const ONE = 'postgres://temporal:p@db:5432/temporal';
const OTHER = 'postgresql://temporal:p@db/temporal_visibility';

const read = (TEMPORAL_DATABASE_URLS?: string, DATABASE_URL?: string) =>
  engineUrls({ TEMPORAL_DATABASE_URLS, DATABASE_URL });

describe("the databases of one's own Temporal", () => {
  it('are none, one or two', () => {
    expect(read()).toEqual([]);
    expect(read(' ')).toEqual([]);
    expect(read(ONE)).toEqual([ONE]);
    expect(read(` ${ONE} , ${OTHER} `, 'postgres://o:p@db/onestop')).toEqual([ONE, OTHER]);
  });

  it.each([
    ['db:5432/temporal', '第 1 个不是 PostgreSQL 的地址'],
    [`${ONE},temporal_visibility`, '第 2 个不是 PostgreSQL 的地址'],
    ['mysql://t:p@db/temporal', '第 1 个不是 PostgreSQL 的地址'],
    ['postgres://t:p@db', '第 1 个不是 PostgreSQL 的地址'],
    ['postgres://t:p@db/', '第 1 个不是 PostgreSQL 的地址'],
    [`${ONE},${ONE}`, '同一个数据库'],
    [`${ONE},postgres://another:q@db/temporal`, '同一个数据库'],
    [`${ONE},${OTHER},postgres://t:p@db/third`, '最多 2 个'],
  ])('%s is refused', (urls, sentence) => {
    expect(() => read(urls)).toThrow(sentence);
  });

  it('are never the platform’s own, and no password is told', () => {
    const ours = () => read(ONE, 'postgres://owner:secret@db/temporal');
    expect(ours).toThrow('平台自己的数据库');
    expect(() => read('secret://u:hidden@x')).toThrow(
      expect.not.stringContaining('hidden') as never,
    );
  });
});
