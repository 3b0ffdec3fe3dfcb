import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  AuthorizationResponseError,
  ClientError,
} from 'openid-client';
import { badRequest, unavailable } from '../platform/errors.js';

const CLIENT_ID = 'onestop';
const TIME_LIMIT_SECONDS = 10;

/** Who signed on, as the province vouches for it. */
export interface SignOnClaims {
  /** The province's own, stable name of the person or firm. */
  subject: string;
  name: string;
  /** Identity number of a person, unified social credit code of a firm. Never stored in plain. */
  idNumber: string;
  kind: 'natural' | 'legal' | 'staff';
  /** L1 registered, L2 two factors, L3 seen in person or by certificate. */
  assurance: 'L1' | 'L2' | 'L3';
}

/** What the platform must remember of a sign-on under way, in the browser's signed cookie or a row. */
export interface PendingSignOn {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** 统一身份认证: the province's single sign-on (OIDC code flow with PKCE). */
export interface SignOn {
  /** Where to send the browser, and what to remember until it is back. */
  begin(): Promise<{ url: string; pending: PendingSignOn }>;
  /**
   * Turns the browser's return into claims.
   * @param returned the full address the browser came back to, with its query
   * @throws DomainError 400 `sign-on-failed` (forged, cancelled, expired), 503 when the province is down
   */
  finish(returned: URL, pending: PendingSignOn): Promise<SignOnClaims>;
}

const KINDS: readonly SignOnClaims['kind'][] = ['natural', 'legal', 'staff'];
const ASSURANCES: readonly SignOnClaims['assurance'][] = ['L1', 'L2', 'L3'];

function readClaims(claims: Record<string, unknown>): SignOnClaims {
  const { sub, name, id_number: idNumber } = claims;
  const kind = KINDS.find((each) => each === claims.kind);
  const assurance = ASSURANCES.find((each) => each === claims.assurance);
  if (
    typeof sub !== 'string' ||
    typeof name !== 'string' ||
    typeof idNumber !== 'string' ||
    !kind ||
    !assurance
  ) {
    throw badRequest('sign-on-failed', '统一身份认证返回的身份信息不完整，请重新登录。');
  }
  return { subject: sub, name, idNumber, kind, assurance };
}

/** Codes of a return that is forged, of another browser or too late; what else fails is the province. */
const FORGED = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
]);

function explain(error: unknown): Error {
  const refused =
    error instanceof ResponseBodyError ||
    error instanceof AuthorizationResponseError ||
    (error instanceof ClientError && FORGED.has(error.code ?? ''));
  return refused
    ? badRequest('sign-on-failed', '登录未完成或已过期，请重新登录。')
    : unavailable('sign-on-unavailable', '省统一身份认证暂时无法访问，请稍后再登录。');
}

export class OidcSignOn implements SignOn {
  private configuration: Promise<Configuration> | undefined;

  constructor(
    private readonly settings: { provinceUrl: string; signOnSecret: string; publicUrl: string },
  ) {}

  /** Discovery is asked once; a failure is forgotten, so the next sign-on tries again. */
  private discover(): Promise<Configuration> {
    const issuer = new URL('/oidc', this.settings.provinceUrl);
    this.configuration ??= discovery(issuer, CLIENT_ID, this.settings.signOnSecret, undefined, {
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
      timeout: TIME_LIMIT_SECONDS,
    }).catch((error: unknown) => {
      this.configuration = undefined;
      throw explain(error);
    });
    return this.configuration;
  }

  async begin() {
    const configuration = await this.discover();
    const pending = {
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
    };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: new URL('/api/session/callback', this.settings.publicUrl).href,
      scope: 'openid identity',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
      // Several people share a window's computer: ask who is there each time.
      prompt: 'login',
    });
    return { url: url.href, pending };
  }

  async finish(returned: URL, pending: PendingSignOn): Promise<SignOnClaims> {
    const configuration = await this.discover();
    // Behind a proxy the request's own host differs from the address that was registered.
    const callback = new URL(`/api/session/callback${returned.search}`, this.settings.publicUrl);
    const tokens = await authorizationCodeGrant(configuration, callback, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.codeVerifier,
      idTokenExpected: true,
    }).catch((error: unknown) => {
      throw explain(error);
    });
    return readClaims({ ...tokens.claims() });
  }
}
