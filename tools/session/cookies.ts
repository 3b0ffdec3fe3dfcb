interface Cookie {
  origin: string;
  path: string;
  name: string;
  value: string;
}

function defaultPath(address: URL): string {
  const end = address.pathname.lastIndexOf('/');
  return end <= 0 ? '/' : address.pathname.slice(0, end);
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A person's cookies, kept by origin (port included) and path. */
export class CookieJar {
  private cookies: Cookie[] = [];

  /** Takes what a response sets; an expired or empty cookie is forgotten. */
  keep(address: URL, headers: Headers) {
    for (const line of headers.getSetCookie()) this.keepOne(address, line);
  }

  private keepOne(address: URL, line: string) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const attribute = (name: string) =>
      attributes.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const cookie = {
      origin: address.origin,
      path: attribute('path') ?? defaultPath(address),
      name,
      value,
    };
    this.cookies = this.cookies.filter(
      (each) => each.name !== name || each.path !== cookie.path || each.origin !== cookie.origin,
    );
    const expires = attribute('expires');
    const gone = attribute('max-age') === '0' || (expires && Date.parse(expires) <= Date.now());
    if (!gone && value !== '') this.cookies.push(cookie);
  }

  /** Those of an address, for a browser that goes on with them: name, value and whole address. */
  at(address: URL): { name: string; value: string; url: string }[] {
    return this.cookies
      .filter((each) => each.origin === address.origin)
      .map(({ name, value, path }) => ({ name, value, url: new URL(path, address).href }));
  }

  /** The Cookie header for a request; empty when there is none. */
  header(address: URL): Record<string, string> {
    const matching = this.cookies
      .filter((each) => each.origin === address.origin && isUnder(address.pathname, each.path))
      .map((each) => `${each.name}=${each.value}`);
    return matching.length > 0 ? { cookie: matching.join('; ') } : {};
  }
}
