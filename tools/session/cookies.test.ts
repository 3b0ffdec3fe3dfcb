import { CookieJar } from './cookies.js';

function response(...lines: string[]): Headers {
  const headers = new Headers();
  for (const line of lines) headers.append('set-cookie', line);
  return headers;
}

describe('a cookie jar', () => {
  const page = new URL('http://localhost:3100/sign-on/abc');

  it('sends a cookie back to its own port and path only', () => {
    const jar = new CookieJar();
    jar.keep(page, response('a=1; path=/sign-on; HttpOnly', 'b=2; path=/'));
    expect(jar.header(page)).toEqual({ cookie: 'a=1; b=2' });
    expect(jar.header(new URL('http://localhost:3100/sign-on-else'))).toEqual({ cookie: 'b=2' });
    expect(jar.header(new URL('http://localhost:3000/sign-on/abc'))).toEqual({});
  });

  it('gives a cookie without a path the folder of the page that set it', () => {
    const jar = new CookieJar();
    jar.keep(page, response('a=1'));
    expect(jar.header(new URL('http://localhost:3100/sign-on/other'))).toEqual({ cookie: 'a=1' });
    expect(jar.header(new URL('http://localhost:3100/'))).toEqual({});
  });

  it('forgets what is replaced, emptied or expired', () => {
    const jar = new CookieJar();
    jar.keep(page, response('a=1; path=/', 'b=1; path=/', 'c=1; path=/'));
    jar.keep(page, response('a=2; path=/', 'b=; path=/', 'c=1; path=/; max-age=0'));
    expect(jar.header(page)).toEqual({ cookie: 'a=2' });
    jar.keep(page, response('a=2; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT'));
    expect(jar.header(page)).toEqual({});
  });
});
