import { readConfig } from './config.js';

const REST = {
  DATABASE_URL: 'postgres://localhost/onestop',
  TEMPORAL_ADDRESS: 'localhost:7233',
  PROVINCE_URL: 'http://localhost:3900',
  PROVINCE_SECRET: 'shared',
  STORAGE_DIR: '/files',
  PAYLOAD_KEYS: 'k:key',
};
const publicUrl = (env: NodeJS.ProcessEnv) => () => readConfig({ ...REST, ...env }).publicUrl;

describe('the public address', () => {
  const production = { NODE_ENV: 'production' };

  it('is HTTPS in production', () => {
    for (const PUBLIC_URL of [
      'http://zwfw.anshan.gov.cn',
      'http://10.0.0.8:3000',
      'http://a.localhost.cn',
    ])
      expect(publicUrl({ ...production, PUBLIC_URL })).toThrow('生产环境不能使用');
    const PUBLIC_URL = 'https://zwfw.anshan.gov.cn';
    expect(publicUrl({ ...production, PUBLIC_URL })()).toBe(PUBLIC_URL);
  });

  it('may be HTTP on the machine itself, elsewhere than in production, and at somebody’s own risk', () => {
    for (const PUBLIC_URL of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:80'])
      expect(publicUrl({ ...production, PUBLIC_URL })()).toBe(PUBLIC_URL);
    const PUBLIC_URL = 'http://zwfw.anshan.gov.cn';
    expect(publicUrl({ PUBLIC_URL })()).toBe(PUBLIC_URL);
    expect(publicUrl({ ...production, PUBLIC_URL, ALLOW_HTTP: 'yes' })()).toBe(PUBLIC_URL);
  });

  it('is an address', () => {
    for (const PUBLIC_URL of ['zwfw.anshan.gov.cn', 'ftp://anshan.gov.cn', 'http://'])
      expect(publicUrl({ PUBLIC_URL })).toThrow('不是网址');
  });
});
