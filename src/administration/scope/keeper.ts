/**
 * Who keeps the register, and which part of it. The rights are said here alone: every act on bodies, people
 * and powers passes `requireKept`, every list of people `territory`.
 */
import type { EntityManager } from 'typeorm';
import type { Session } from '../../people/index.js';

export interface Keeper {
  /** Null: the platform, which loads what comes with it. */
  personId: string | null;
  postId: string | null;
  /** Code of the county, or id of the zone, that is kept; null = the whole city. */
  territory: string | null;
}

export const THE_PLATFORM: Keeper = { personId: null, postId: null, territory: null };

/** Of a county or zone nobody keeps. */
const NOWHERE = 'nowhere';

/** The city's administrator keeps all; a county's what is charged to the county (条块: no vertical body). */
export async function keeperOf(manager: EntityManager, { person, post }: Session): Promise<Keeper> {
  const keeper = { personId: person.id, postId: post?.id ?? null };
  if (post?.role === 'admin') return { ...keeper, territory: null };
  const [unit] = await manager.query<{ county: string | null }[]>(
    `SELECT county FROM unit WHERE id = $1`,
    [post?.organisation.id ?? null],
  );
  return { ...keeper, territory: unit?.county ?? NOWHERE };
}

/** SQL: whether the body of `unit` u is kept; `place` stands for the territory. */
export const keepsOrganisation = (place: string): string =>
  `(${place}::text IS NULL OR u.county = ${place})`;
