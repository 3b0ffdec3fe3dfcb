import { createHash, generateKeyPairSync, hkdfSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import type { ProvinceSettings } from '../settings.js';
import { secretsIn } from '../signature.js';
import type { People } from './people.js';

export const CLIENT_ID = 'onestop';

/** Elliptic curves sign in a tenth of RSA's time, and their keys are made at once. */
const SIGNED_BY = 'ES256';

/** Signing key of the id tokens, kept over restarts so that open sign-ins stay valid. */
function signingKey(dataDir: string): JWK {
  const file = join(dataDir, 'id-token-key.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: SIGNED_BY };
    writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as JWK;
}

/** The platform's own, or as it derives one where it has none. */
function clientSecret({ secret, signOnSecret }: ProvinceSettings): string {
  const oldest = secretsIn(secret).at(-1)!;
  return signOnSecret ?? Buffer.from(hkdfSync('sha256', oldest, '', 'sign-on', 32)).toString('hex');
}

/**
 * The province's single sign-on: OIDC code flow with PKCE for one client, the platform.
 * Its own client needs no consent page: signing on is the consent.
 */
export function createProvider(url: string, settings: ProvinceSettings, people: People): Provider {
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret(settings),
        redirect_uris: [new URL('/api/session/callback', settings.platformUrl).href],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: SIGNED_BY,
      },
    ],
    jwks: { keys: [signingKey(settings.dataDir)] },
    cookies: { keys: [createHash('sha256').update(`cookies ${settings.secret}`).digest('hex')] },
    scopes: ['openid', 'identity'],
    claims: { openid: ['sub'], identity: ['name', 'id_number', 'kind', 'assurance'] },
    // The claims stand in the id token: one request less for each sign-in.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, interaction) => `/sign-on/${interaction.uid}` },
    ttl: { Interaction: 3600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600 },
    findAccount(_context, subject) {
      const person = people.bySubject(subject);
      return (
        person && {
          accountId: subject,
          claims: () => ({
            sub: subject,
            name: person.name,
            id_number: person.idNumber,
            kind: person.kind,
            // The demonstration's people were all seen at a counter.
            assurance: 'L3',
          }),
        }
      );
    },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new context.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope('openid identity');
      await grant.save();
      return grant;
    },
  };
  return new Provider(`${url}/oidc`, configuration);
}
