import express, { Router, type ErrorRequestHandler } from 'express';
import { errors, type default as Provider } from 'oidc-provider';
import { page } from '../page.js';
import { loginPage } from './login-page.js';
import type { People, Person } from './people.js';

function field(body: unknown, name: string): string {
  const value: unknown = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Who the posted form names: by account and password, or clicked from the list. */
function personOf(people: People, body: unknown): Person | undefined {
  const clicked = field(body, 'person');
  if (clicked) return people.byAccount(clicked);
  const person = people.byAccount(field(body, 'login'));
  return person?.password === field(body, 'password') ? person : undefined;
}

/** Whoever comes back to an old login page learns what to do. */
const expired: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof errors.SessionNotFound)) return next(error);
  const body = '<h1>登录页已过期</h1><p>请回到办事平台，重新点“登录”。</p>';
  response.status(400).type('html').send(page('登录页已过期', body));
};

/** The page between the authorisation request and its answer. */
export function signOnRoutes(provider: Provider, people: People): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false }));
  router.get('/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    response.type('html').send(loginPage(people.all()));
  });
  router.post('/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    const person = personOf(people, request.body);
    if (!person) {
      return response
        .status(401)
        .type('html')
        .send(loginPage(people.all(), '账号或密码不对，请重试。'));
    }
    await provider.interactionFinished(request, response, { login: { accountId: person.subject } });
  });
  router.use(expired);
  return router;
}
