/**
 * What a request was answered first, by person and Idempotency-Key. A row is written before the request
 * is looked into and holds the answer once there is one; a key is its person's own, so nobody meets
 * another's. The digest is keyed, for a request may hold little else than an ID number.
 */
import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sealedText, sealingOf } from '../../platform/sealing/index.js';

/** What asks, in which the same request is known again. */
export interface Asked {
  person: string;
  key: string;
  /** Method and address as the router has it. */
  operation: string;
  digest: string;
}

export interface FirstAnswer {
  status: number;
  body: unknown;
}

/** How this request stands to the key's first one. */
export type Standing =
  | { is: 'first' }
  /** It was answered. */
  | { is: 'repeat'; answer: FirstAnswer }
  /** The same is under way, or was cut off, or its command was not answered within the request. */
  | { is: 'unanswered' }
  | { is: 'another-request' };

/** A request that nothing came of is not waited for longer when another comes with its key. */
const CUT_OFF_AFTER = '1 minute';

/** Its command keeps its key, answered or refused, however long ago. */
const NO_COMMAND = `NOT EXISTS (SELECT 1 FROM command c WHERE c.id = first_answer.key)`;

@Injectable()
export class FirstAnswers {
  constructor(private readonly dataSource: DataSource) {}

  /** @param bodyDigest SHA-256 of the body's bytes, hex */
  digestOf(method: string, address: string, bodyDigest: string): string {
    const { digestKey } = sealingOf(this.dataSource.manager);
    return createHmac('sha256', digestKey)
      .update(`${method} ${address}\n${bodyDigest}`)
      .digest('hex');
  }

  /** Takes the key for this request, or says what it was taken for. */
  async take({ person, key, operation, digest }: Asked): Promise<Standing> {
    const { manager } = this.dataSource;
    const taken = await manager.query<unknown[]>(
      `INSERT INTO first_answer (person_id, key, operation, digest) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id, key) DO UPDATE
         SET operation = excluded.operation, digest = excluded.digest, asked_at = now()
         WHERE first_answer.status IS NULL AND first_answer.digest <> excluded.digest
           AND first_answer.asked_at < now() - $5::interval AND ${NO_COMMAND}
       RETURNING 1 AS taken`,
      [person, key, operation, digest, CUT_OFF_AFTER],
    );
    if (taken.length > 0) return { is: 'first' };
    const [row] = await manager.query<
      { digest: string; status: number | null; body: string | null }[]
    >(`SELECT digest, status, body FROM first_answer WHERE person_id = $1 AND key = $2`, [
      person,
      key,
    ]);
    // It failed meanwhile, and its key is free again.
    if (!row) return { is: 'first' };
    if (row.digest !== digest) return { is: 'another-request' };
    if (row.status === null) return { is: 'unanswered' };
    return { is: 'repeat', answer: { status: row.status, body: JSON.parse(row.body!) as unknown } };
  }

  /** The answer, sealed; one that stands stays. */
  async keep({ person, key, operation, digest }: Asked, { status, body }: FirstAnswer) {
    const { manager } = this.dataSource;
    await manager.query(
      `INSERT INTO first_answer (person_id, key, operation, digest, status, body)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (person_id, key) DO UPDATE SET status = excluded.status, body = excluded.body
         WHERE first_answer.status IS NULL AND first_answer.digest = excluded.digest`,
      [person, key, operation, digest, status, sealedText(manager, JSON.stringify(body ?? null))],
    );
  }

  /** Nothing came of the request: the key is free, unless a command has it. */
  async drop({ person, key, digest }: Asked): Promise<void> {
    await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM first_answer WHERE person_id = $1 AND key = $2 AND digest = $3
         AND status IS NULL AND ${NO_COMMAND} RETURNING 1 AS gone`,
      [person, key, digest],
    );
  }
}
