import { type Request, type RequestHandler, Router } from 'express';
import { escapeHtml, page } from '../page.js';
import { sendProblem } from '../problems.js';
import { ERRAND } from '../signature.js';
import type { Call, CallLog } from './log.js';

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const ACTOR = /^(person|system):.+$/;
const MATTER = /^[a-z-]+:.+$/;

/** The errand in the request's headers; null = it names no actor, no matter, no applicant of a case or no end. */
function errandOf(
  request: Request,
): Pick<Call, 'actor' | 'body' | 'matter' | 'applicant' | 'purpose'> | null {
  const [actor, body, matter, applicant, purpose] = ERRAND.map((name) =>
    decoded(request.get(name) ?? ''),
  );
  if (!actor || !matter || !purpose?.trim()) return null;
  if (!ACTOR.test(actor) || !MATTER.test(matter)) return null;
  if (matter.startsWith('case:') && !applicant) return null;
  return { actor, body: body ?? '', matter, applicant: applicant ?? '', purpose };
}

const UNSAID = { actor: '', body: '', matter: '', applicant: '', purpose: '' };

/**
 * Lets only calls pass that say who acts, in which matter, for whom and to what end; each stands in the log.
 * @param demanded no: those that do not say it pass too, and stand there without
 */
export function requireErrand(log: CallLog, demanded: boolean): RequestHandler {
  return (request, response, next) => {
    const errand = errandOf(request) ?? (demanded ? null : UNSAID);
    if (!errand) {
      sendProblem(
        response,
        400,
        'errand-missing',
        '调用应说明由谁、为哪个办件和申请人、作何用途（x-actor、x-matter、x-applicant、x-purpose）。',
      );
      return;
    }
    log.note({
      requestId: request.get('x-request-id') ?? '',
      at: new Date().toISOString(),
      method: request.method,
      path: request.path,
      ...errand,
    });
    next();
  };
}

const COLUMNS: [keyof Call, string][] = [
  ['at', '时间'],
  ['actor', '谁'],
  ['body', '机构'],
  ['matter', '办件'],
  ['applicant', '申请人'],
  ['purpose', '用途'],
  ['method', '方法'],
  ['path', '接口'],
];

function logPage(calls: Call[], matter: string): string {
  const head = COLUMNS.map(([, name]) => `<th>${name}</th>`).join('');
  const rows = calls.map(
    (call) => `<tr>${COLUMNS.map(([name]) => `<td>${escapeHtml(call[name])}</td>`).join('')}</tr>`,
  );
  return page(
    '调用日志',
    `<h1>调用日志</h1>
    <form class="card"><label>办件（如 case:办件编号）<input name="matter" value="${escapeHtml(matter)}"></label>
    <button class="primary">查询</button></form>
    <p class="hint">共 ${calls.length} 条，新的在前。</p>
    <table class="card"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

/** The log as people and tests read it, with a page of its own. */
export function callLogRoutes(log: CallLog): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const text = (name: string) => {
      const value = request.query[name];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const [matter, actor, path] = [text('matter'), text('actor'), text('path')];
    const items = log.find({
      ...(matter && { matter }),
      ...(actor && { actor }),
      ...(path && { path }),
    });
    response.format({
      json: () => void response.json({ items }),
      html: () => void response.send(logPage(items, matter ?? '')),
    });
  });
  return router;
}
