/**
 * Sessions and sign-ins under way, as rows: any API process may answer any request. One that was found is
 * remembered for seconds, its posts with it (decision 39, what every request asks is remembered).
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { audit } from '../audit/index.js';
import { idNumberDigest } from '../../platform/identifiers.js';
import { Remembered } from '../../platform/database/remembered.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { DomainError, forbidden } from '../../platform/errors.js';
import type { PendingSignOn, SignOnClaims } from '../../province/index.js';
import { digestOf, maskIdNumber, newSecret } from './secrets.js';
import { type ActingFor, ACTING_FOR, authorisationOver, COUNTS } from './authorisations.js';
import { recogniseResident } from './residents.js';
import type { Session, SessionPost } from './session.js';

export const SESSION_HOURS = 12;
export const IDLE_HOURS = 2;
export const SIGN_IN_MINUTES = 10;

interface SessionRow {
  person_id: string;
  person_name: string;
  kind: Session['person']['kind'];
  post_id: string | null;
  id_number_masked: string;
  assurance: string;
  stale: boolean;
  posts: SessionPost[];
  authorisation_id: string | null;
  principals: ActingFor[];
}

const found = new Remembered<Session>([
  ...['session', 'person', 'post', 'organisation', 'authorisation'],
]);

const POSTS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
           'id', p.id, 'role', p.role, 'title', p.title,
           'organisation', jsonb_build_object(
             'id', o.id, 'name', o.name, 'line', o.line, 'level', o.level, 'region', o.region))
         ORDER BY p.id), '[]')
  FROM post p JOIN organisation o ON o.id = p.organisation_id
  WHERE p.person_id = s.person_id AND p.valid_from <= current_date
    AND (p.valid_to IS NULL OR p.valid_to > current_date)`;

/** A session `s` of person `n`: it ends with the post under which it acts, and when the account is locked. */
const GOES_ON = `s.expires_at > now() AND s.seen_at > now() - make_interval(hours => $2)
  AND n.locked_at IS NULL AND (s.post_id IS NULL OR EXISTS (
    SELECT 1 FROM post h WHERE h.id = s.post_id AND h.valid_from <= current_date
       AND (h.valid_to IS NULL OR h.valid_to > current_date)))`;

const PRINCIPALS = `
  SELECT coalesce(jsonb_agg(${ACTING_FOR} ORDER BY z.given_at), '[]')
  FROM authorisation z JOIN person v ON v.id = z.principal_id
  WHERE z.agent_id = s.person_id AND ${COUNTS}`;

export const notSignedIn = () =>
  new DomainError(401, 'not-signed-in', '您还没有登录，或登录已过期。请先登录。');

@Injectable()
export class Sessions {
  private readonly digestKey: string;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.digestKey = config.digestKey;
  }

  /** Remembers a sign-in that leaves for the province. @returns the secret that binds it to the browser */
  async beginSignIn(pending: PendingSignOn, returnTo: string): Promise<string> {
    const secret = newSecret();
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM sign_in WHERE created_at < now() - make_interval(mins => $6))
       INSERT INTO sign_in (id_digest, state, nonce, code_verifier, return_to)
       VALUES ($1, $2, $3, $4, $5)`,
      [
        digestOf(secret),
        pending.state,
        pending.nonce,
        pending.codeVerifier,
        returnTo,
        SIGN_IN_MINUTES,
      ],
    );
    return secret;
  }

  /** Takes a sign-in back; it can be taken once. Null = unknown, used or too old. */
  async takeSignIn(secret: string): Promise<(PendingSignOn & { returnTo: string }) | null> {
    const rows = await this.dataSource.query<
      [
        {
          state: string;
          nonce: string;
          code_verifier: string;
          return_to: string;
        }[],
        number,
      ]
    >(
      `DELETE FROM sign_in
       WHERE id_digest = $1 AND created_at > now() - make_interval(mins => $2)
       RETURNING state, nonce, code_verifier, return_to`,
      [digestOf(secret), SIGN_IN_MINUTES],
    );
    const row = rows[0][0];
    return row
      ? {
          state: row.state,
          nonce: row.nonce,
          codeVerifier: row.code_verifier,
          returnTo: row.return_to,
        }
      : null;
  }

  /**
   * Opens a session under a new secret (an earlier cookie is never taken over) and closes the old one.
   * Somebody the province knows and we do not becomes a person here. Who has one post gets it chosen.
   */
  async open(
    claims: SignOnClaims,
    earlier: string | undefined,
    from: { device: string | null; address: string | null },
  ): Promise<string> {
    const secret = newSecret();
    await this.dataSource.transaction(async (manager) => {
      const digest = idNumberDigest(claims.idNumber, this.digestKey);
      const personId = await personOf(manager, claims, digest);
      await requireUnlocked(manager, personId);
      if (earlier) await close(manager, earlier);
      await manager.query(`DELETE FROM session WHERE expires_at < now()`);
      await manager.query(
        `INSERT INTO session
           (id_digest, person_id, post_id, id_number_masked, assurance, expires_at,
            device, address)
         SELECT $1, $2,
                (SELECT min(id) FROM post WHERE person_id = $2 AND valid_from <= current_date
                   AND (valid_to IS NULL OR valid_to > current_date) HAVING count(*) = 1),
                $3, $4, now() + make_interval(hours => $5), $6::text, $7::text`,
        [
          digestOf(secret),
          personId,
          maskIdNumber(claims.idNumber),
          claims.assurance,
          SESSION_HOURS,
          from.device,
          from.address,
        ],
      );
      await audit(manager, {
        person: personId,
        act: 'session.sign-in',
        target: `person:${personId}`,
        outcome: 'done',
        detail: { assurance: claims.assurance },
      });
    });
    return secret;
  }

  /** The session a cookie stands for; null = none, expired, or idle for too long. */
  find(secret: string): Promise<Session | null> {
    const digest = digestOf(secret);
    return found.get(this.dataSource.manager, digest, () => this.read(digest));
  }

  /** Which of these sessions are not over; nobody is taken to have been seen by it. */
  async goingOn(digests: string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id_digest: string }[]>(
      `SELECT s.id_digest FROM session s JOIN person n ON n.id = s.person_id
       WHERE s.id_digest = ANY($1) AND ${GOES_ON}`,
      [digests, IDLE_HOURS],
    );
    return new Set(rows.map(({ id_digest }) => id_digest));
  }

  private async read(digest: string): Promise<Session | null> {
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT s.person_id, n.name AS person_name, n.kind, s.post_id, s.id_number_masked,
              s.assurance, s.seen_at < now() - interval '1 minute' AS stale,
              (${POSTS}) AS posts, s.authorisation_id, (${PRINCIPALS}) AS principals
       FROM session s JOIN person n ON n.id = s.person_id
       WHERE s.id_digest = $1 AND ${GOES_ON}`,
      [digest, IDLE_HOURS],
    );
    if (!row) return null;
    if (row.stale) {
      await this.dataSource.query(`UPDATE session SET seen_at = now() WHERE id_digest = $1`, [
        digest,
      ]);
    }
    return {
      digest,
      person: {
        id: row.person_id,
        name: row.person_name,
        idNumberMasked: row.id_number_masked,
        kind: row.kind,
      },
      assurance: row.assurance,
      posts: row.posts,
      post: row.posts.find((post) => post.id === row.post_id) ?? null,
      principals: row.principals,
      actingFor:
        row.principals.find(({ authorisation }) => authorisation === row.authorisation_id) ?? null,
    };
  }

  /**
   * Chooses the post to act under; null = act as an applicant.
   * @throws DomainError `not-your-post`
   */
  async choosePost(session: Session, postId: string | null): Promise<Session> {
    const post = session.posts.find(({ id }) => id === postId) ?? null;
    if (postId !== null && !post) {
      throw forbidden('not-your-post', '这不是您的岗位。请从您自己的岗位中选择。');
    }
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE session SET post_id = $2, authorisation_id = NULL WHERE id_digest = $1`,
        [session.digest, postId],
      );
      await audit(manager, {
        person: session.person.id,
        post: postId,
        act: 'session.choose-post',
        target: `post:${postId ?? 'applicant'}`,
        outcome: 'done',
      });
    });
    return { ...session, post, actingFor: null };
  }

  /**
   * Chooses in whose name to act; null = for oneself. Nobody does so under a post.
   * @throws DomainError 403 `authorisation-over`
   */
  async actFor(session: Session, authorisation: string | null): Promise<Session> {
    const { principals, person, digest } = session;
    const actingFor = principals.find((one) => one.authorisation === authorisation) ?? null;
    if (authorisation !== null && !actingFor) throw authorisationOver();
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE session SET authorisation_id = $2::uuid,
                post_id = CASE WHEN $2::uuid IS NULL THEN post_id END WHERE id_digest = $1`,
        [digest, authorisation],
      );
      await audit(manager, {
        ...{ person: person.id, act: 'session.act-for', outcome: 'done' },
        target: `person:${actingFor?.person.id ?? person.id}`,
        ...(authorisation && { detail: { authorisation } }),
      });
    });
    return { ...session, actingFor, post: actingFor ? null : session.post };
  }

  /** Signs out. */
  async close(secret: string): Promise<void> {
    await this.dataSource.transaction((manager) => close(manager, secret));
  }
}

/** @throws DomainError `account-locked` */
async function requireUnlocked(manager: EntityManager, person: string): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM person WHERE id = $1 AND locked_at IS NOT NULL`,
    [person],
  );
  if (rows.length > 0)
    throw forbidden('account-locked', '您的账号已被管理员锁定；请联系本单位或本地区的管理员。');
}

async function personOf(
  manager: EntityManager,
  claims: SignOnClaims,
  digest: string,
): Promise<string> {
  await recogniseResident(manager, claims.subject, digest);
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO person (id, account, name, id_number_digest, subject, kind)
     VALUES ($1, $1, $2, $3, $1, $4)
     ON CONFLICT (subject) DO UPDATE
       SET name = excluded.name, id_number_digest = excluded.id_number_digest
     RETURNING id`,
    [claims.subject, claims.name, digest, claims.kind],
  );
  return row!.id;
}

async function close(manager: EntityManager, secret: string): Promise<void> {
  const [rows] = await manager.query<[{ person_id: string }[], number]>(
    `DELETE FROM session WHERE id_digest = $1 RETURNING person_id`,
    [digestOf(secret)],
  );
  const row = rows[0];
  if (!row) return;
  await audit(manager, {
    person: row.person_id,
    act: 'session.sign-out',
    target: `person:${row.person_id}`,
    outcome: 'done',
  });
}
