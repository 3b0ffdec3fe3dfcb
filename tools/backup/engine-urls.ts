/** Databases in which a Temporal of one's own stores: `TEMPORAL_DATABASE_URLS`. */

/** Its own, and that of its search (visibility). */
const MOST = 2;

/**
 * With commas between; unset = Temporal is not among our backups.
 * @throws Error with one sentence when one of them cannot be meant
 */
export function engineUrls(env: NodeJS.ProcessEnv = process.env): string[] {
  const urls = (env.TEMPORAL_DATABASE_URLS ?? '')
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  if (urls.length > MOST) throw misread(`有 ${urls.length} 个地址，最多 ${MOST} 个`);
  const databases = urls.map(databaseOf);
  if (new Set(databases).size < databases.length) throw misread('两个地址是同一个数据库');
  if (env.DATABASE_URL && databases.includes(databaseOf(env.DATABASE_URL, 0)))
    throw misread('其中有平台自己的数据库（DATABASE_URL）');
  return urls;
}

/** Where it is, whoever asks. The address itself has a password in it and is never told. */
function databaseOf(text: string, place: number): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const name = url?.pathname.slice(1);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || !name)
    throw misread(
      `第 ${place + 1} 个不是 PostgreSQL 的地址，应为 postgres://用户:口令@主机:端口/数据库`,
    );
  return `${url.hostname}:${url.port || 5432}/${name}`;
}

const misread = (what: string): Error =>
  new Error(`TEMPORAL_DATABASE_URLS ${what}；没有读写任何数据库。`);
