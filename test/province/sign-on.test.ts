import type { Request } from 'express';
import type { Province } from '../../province/server.js';
import { OidcSignOn, type PendingSignOn, type SignOnClaims } from '../../src/province/index.js';
import { Session, signIn } from '../../tools/session/sign-in.js';
import { newApp, serve, SIGN_ON_SECRET, startStandIn } from './servers.js';

/** A platform with nothing but the two addresses of the sign-on. */
function platform() {
  const app = newApp();
  const pending = new Map<string, PendingSignOn>();
  const seen: SignOnClaims[] = [];
  const signOn: { current?: OidcSignOn } = {};
  const ready = () => {
    if (!signOn.current) throw new Error('not ready');
    return signOn.current;
  };
  app.get('/api/session/login', async (_request, response) => {
    const begun = await ready().begin();
    pending.set(begun.pending.state, begun.pending);
    response.redirect(begun.url);
  });
  app.get('/api/session/callback', async (request: Request, response) => {
    const address = new URL(request.originalUrl, 'http://any');
    const waiting = pending.get(address.searchParams.get('state') ?? '');
    if (!waiting) return response.sendStatus(400);
    seen.push(await ready().finish(address, waiting));
    response.cookie('onestop_session', 'open', { httpOnly: true, path: '/' }).redirect('/');
  });
  app.get('/', (_request, response) => {
    response.send('home');
  });
  app.get('/api/mine', (request, response) => {
    response.json({ cookie: request.get('cookie') ?? null });
  });
  app.post('/api/mine', (request, response) => {
    response
      .status(201)
      .json({ csrf: request.get('x-requested-with'), key: request.get('idempotency-key') });
  });
  return { app, seen, signOn };
}

describe('signing on through the province', () => {
  const site = platform();
  let server: Awaited<ReturnType<typeof serve>>;
  let province: Province;

  beforeAll(async () => {
    server = await serve(site.app);
    province = await startStandIn(server.url);
    site.signOn.current = new OidcSignOn({
      provinceUrl: province.url,
      signOnSecret: SIGN_ON_SECRET,
      publicUrl: server.url,
    });
  });
  afterAll(async () => {
    await province.close();
    await server.close();
  });

  it('brings an applicant back to the platform with the claims the province vouches for', async () => {
    const session = await signIn(server.url, 'zhang', 'onestop');
    expect(site.seen.at(-1)).toEqual({
      subject: 'p-zhang',
      name: '张晓梅',
      idNumber: '210399198604120024',
      kind: 'natural',
      assurance: 'L3',
    });
    await expect(session.get('/api/mine')).resolves.toEqual({ cookie: 'onestop_session=open' });
  });

  it('gives changing calls the header against forgery and a key of their own', async () => {
    const session = new Session(server.url, 'nobody');
    const first = await session.post<{ csrf: string; key: string }>('/api/mine');
    const second = await session.post<{ csrf: string; key: string }>('/api/mine');
    expect(first.csrf).toBe('onestop');
    expect(first.key).not.toBe(second.key);
  });

  it('refuses a wrong password and says so on the page', async () => {
    await expect(signIn(server.url, 'zhang', 'wrong')).rejects.toThrow('登录失败');
  });

  it('lists the demonstration people for a click that signs them in', async () => {
    const session = new Session(server.url, 'hc-fire');
    const login = await session.follow(new URL('/api/session/login', server.url));
    const html = await login.response.text();
    expect(html).toContain('张晓梅');
    const back = await session.follow(login.address, {
      method: 'POST',
      body: new URLSearchParams({ person: 'hc-fire' }),
    });
    expect(back.address.origin).toBe(server.url);
    expect(site.seen.at(-1)).toMatchObject({ subject: 'p-hc-fire', kind: 'staff' });
  });

  it('refuses a return that was not begun here', async () => {
    const signOn = site.signOn.current;
    const { pending } = await signOn!.begin();
    const forged = new URL(
      `${server.url}/api/session/callback?code=x&state=other&iss=${province.url}`,
    );
    await expect(signOn!.finish(forged, pending)).rejects.toMatchObject({
      status: 400,
      code: 'sign-on-failed',
    });
  });

  it('says that the province is away when it does not answer', async () => {
    const away = new OidcSignOn({
      provinceUrl: 'http://127.0.0.1:9',
      signOnSecret: SIGN_ON_SECRET,
      publicUrl: server.url,
    });
    await expect(away.begin()).rejects.toMatchObject({ status: 503, code: 'sign-on-unavailable' });
  });
});
