import { duration, timed } from '../platform/observability/meter.js';
import { SpanKind, tracedWork, traceparent } from '../platform/observability/trace.js';
import { type Errand, writtenErrand } from './errand.js';
import { signedHeaders } from './signature.js';

/** How long an answer may take, and one to a large file; ms. */
export const TIME_LIMIT = 10_000;
const UPLOAD_TIME_LIMIT = 120_000;

/** The province understood and refuses: asking again changes nothing, a person must mend something. */
export class ProvinceRefused extends Error {
  override name = 'ProvinceRefused';
  constructor(
    readonly status: number,
    /** English, kebab-case; the province's own where it gives one. */
    readonly code: string,
    /** Chinese sentence for people. */
    message: string,
  ) {
    super(message);
  }
}

/** The province is away, slow or broken: asking again later may help. */
export class ProvinceUnavailable extends Error {
  override name = 'ProvinceUnavailable';
}

const requests = duration(
  'onestop_province_request_duration_seconds',
  'Requests to the province by its system and how they ended: done, refused, or unavailable',
);

const endOf = (system: string) => (error: unknown) => ({
  system,
  outcome:
    error === undefined ? 'done' : error instanceof ProvinceRefused ? 'refused' : 'unavailable',
});

/** The province's own log can be found by the trace, too. */
function traced(): Record<string, string> {
  const parent = traceparent();
  return parent ? { traceparent: parent } : {};
}

/** These 4xx mean "later", not "no". */
const LATER = new Set([408, 425, 429]);

/** Where the province is, and how it knows that it is us. */
export interface ProvinceLine {
  url: string;
  /** Current first. */
  secret: string;
  /** How long one answer may take, in ms. */
  timeLimit?: number | undefined;
}

/** What became of one call. */
export interface Heard {
  path: string;
  /** 用途 it was made for. */
  purpose: string;
  at: Date;
  outcome: 'answered' | 'refused' | 'away';
  /** Why there is no answer, in Chinese; null = there is one. */
  reason: string | null;
  answer: unknown;
}

/** Signed JSON requests to the province on one errand, with a time limit and two kinds of failure. */
export class ProvinceGateway {
  constructor(
    private readonly line: ProvinceLine,
    private readonly errand: Errand,
    /** Is told of each call once it ended. */
    private readonly hear?: (heard: Heard) => void,
  ) {}

  /** The same errand to a narrower end. @param purpose Chinese, without personal data */
  to(purpose: string): ProvinceGateway {
    return new ProvinceGateway(this.line, { ...this.errand, purpose }, this.hear);
  }

  /** @throws ProvinceRefused | ProvinceUnavailable */
  get(path: string): Promise<unknown> {
    return this.request('GET', path);
  }

  /** @throws ProvinceRefused | ProvinceUnavailable */
  post(path: string, body: unknown): Promise<unknown> {
    return this.request('POST', path, body);
  }

  /**
   * Sends bytes as they are; the time limit is the longer one of large files.
   * @throws ProvinceRefused | ProvinceUnavailable
   */
  put(path: string, bytes: Buffer, headers: Record<string, string>): Promise<unknown> {
    return this.request('PUT', path, new Uint8Array(bytes), headers);
  }

  private async request(...call: Parameters<typeof this.call>): Promise<unknown> {
    const of = { path: call[1], purpose: this.errand.purpose };
    try {
      const answer = await this.call(...call);
      this.hear?.({ ...of, at: new Date(), outcome: 'answered', reason: null, answer });
      return answer;
    } catch (error) {
      const outcome = error instanceof ProvinceRefused ? 'refused' : 'away';
      const reason = error instanceof Error ? error.message : String(error);
      this.hear?.({ ...of, at: new Date(), outcome, reason, answer: null });
      throw error;
    }
  }

  private async call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<unknown> {
    const system = path.split('/', 2)[1]!;
    return tracedWork(`province ${system}`, { kind: SpanKind.CLIENT }, () =>
      timed(requests, endOf(system), async () => {
        const sent = this.exchange(method, path, body, headers);
        const { status, text } = await sent.catch((error: unknown) => {
          throw new ProvinceUnavailable(`省平台没有应答：${method} ${path}`, { cause: error });
        });
        if (status >= 500 || LATER.has(status)) {
          throw new ProvinceUnavailable(`省平台应答 ${status}：${method} ${path}`);
        }
        if (status >= 400) throw refusal(status, text);
        return parse(text, `${method} ${path}`);
      }),
    );
  }

  private async exchange(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) {
    const { url, secret, timeLimit = TIME_LIMIT } = this.line;
    const { headers: errand, signed: more } = writtenErrand(this.errand);
    const bytes = body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : undefined;
    const text = body === undefined || bytes ? undefined : JSON.stringify(body);
    const address = new URL(path, url);
    const signed = { method, path: address.pathname + address.search, body: bytes ?? text, more };
    const response = await fetch(address, {
      method,
      headers: { ...signedHeaders(secret, signed), ...errand, ...headers, ...traced() },
      body: signed.body,
      signal: AbortSignal.timeout(bytes ? UPLOAD_TIME_LIMIT : timeLimit),
    });
    return { status: response.status, text: await response.text() };
  }
}

function parse(text: string, request: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProvinceUnavailable(`省平台的应答不是 JSON：${request}`, { cause: error });
  }
}

function refusal(status: number, text: string): ProvinceRefused {
  try {
    const problem = JSON.parse(text) as { code?: unknown; detail?: unknown };
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') {
      return new ProvinceRefused(status, problem.code, problem.detail);
    }
  } catch {
    // Not a problem document: a proxy's page, say.
  }
  return new ProvinceRefused(status, 'refused', `省平台拒绝了请求（${status}）。`);
}
