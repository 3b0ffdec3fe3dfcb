/** Serves the built web, and its page for every address that is no file and no API. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { isForApi } from './for-api.js';

/** Stands in `index.html` wherever the page's nonce belongs (Vite's `html.cspNonce`). */
const NONCE_PLACEHOLDER = /__CSP_NONCE__/g;

/** What a page is told with its first byte. */
export interface Told {
  /** Whose it is, where that is known. */
  session: string;
  /** Length of a day in ms where a demonstration scales it; empty = a real day. */
  demoDay: string;
}

/** Where it stands in `index.html`, as values of attributes. */
const PLACES: Readonly<Record<keyof Told, string>> = {
  session: '__SESSION__',
  demoDay: '__DEMO_DAY__',
};

/** What the pages that people come to first ask the API for: it comes while their scripts do. */
const FIRST_ASKED: readonly [RegExp, string][] = [
  [/^\/$/, '/api/items'],
  [/^\/items\/(\w+)$/, '/api/items/$1'],
];

/** The header `Link` (RFC 8288) for it; undefined = the page asks by itself. */
function preload(path: string): string | undefined {
  const [page, asked] = FIRST_ASKED.find(([one]) => one.test(path)) ?? [];
  return page && asked && `<${path.replace(page, asked)}>; rel=preload; as=fetch; crossorigin`;
}

const MARKS: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' },
};
const asAttribute = (text: string): string => text.replace(/[&"<>]/g, (mark) => MARKS[mark]!);

function filled(page: string, nonce: string, told: Told): string {
  const places = Object.entries(PLACES) as [keyof Told, string][];
  return places.reduce(
    (text, [name, place]) => text.replace(place, () => asAttribute(told[name])),
    page.replace(NONCE_PLACEHOLDER, () => nonce),
  );
}

const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>一网通办</title><p>网页尚未构建，请先运行 npm run build。接口在 /api 下可用。</p>';

/** The page as it is on disk now: a new build needs no restart. */
function pageReader(directory: string): () => string {
  const file = join(directory, 'index.html');
  let cached = { at: -1, text: NOT_BUILT };
  return () => {
    try {
      const at = statSync(file).mtimeMs;
      if (at !== cached.at) cached = { at, text: readFileSync(file, 'utf8') };
      return cached.text;
    } catch {
      return NOT_BUILT;
    }
  };
}

/** What the build leaves beside each asset, the smallest first. */
const COMPRESSED: readonly [string, string][] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/** Answers with what was compressed at build where it is there and the browser takes it. */
const compressedIn =
  (directory: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const name = /^\/([\w.-]+)$/.exec(request.path)?.[1];
    const accepted = request.acceptsEncodings();
    // Looked for each time: a new build takes files away while the platform runs.
    const compressed = COMPRESSED.find(
      ([encoding, ending]) =>
        accepted.includes(encoding) && name && existsSync(join(directory, name + ending)),
    );
    response.vary('Accept-Encoding');
    if (compressed && name) {
      request.url = `/${name}${compressed[1]}`;
      response.type(extname(name)).setHeader('Content-Encoding', compressed[0]);
    }
    next();
  };

/**
 * @param directory of the build, usually `web/dist`; need not exist yet
 * @param toldTo what the page of this request is told
 */
export function serveWeb(
  app: NestExpressApplication,
  directory: string,
  toldTo: (request: Request) => Promise<Told>,
): void {
  const page = pageReader(directory);
  const assets = join(directory, 'assets');
  // Their names hold their contents: what was loaded once is never asked for again.
  app.use(
    '/assets',
    compressedIn(assets),
    express.static(assets, { index: false, immutable: true, maxAge: '365d' }),
    (_request: Request, response: Response) => void response.status(404).end(),
  );
  // No file is looked for on the disk when the API is asked.
  const files = express.static(directory, { index: false, maxAge: 0 });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isForApi(request)) next();
    else files(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const forPage = (request.method === 'GET' || request.method === 'HEAD') && !isForApi(request);
    if (!forPage) {
      next();
      return;
    }
    response.type('html').setHeader('Cache-Control', 'no-store');
    const asked = preload(request.path);
    if (asked) response.setHeader('Link', asked);
    toldTo(request).then(
      (told) => response.send(filled(page(), String(response.locals.nonce), told)),
      next,
    );
  });
}
