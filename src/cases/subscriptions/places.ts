/**
 * Where a message and a subscription can meet: under a name, at a key or at a case. Whoever publishes
 * and whoever begins to wait lock the place first, so that neither overlooks the other.
 */
import type { EntityManager } from 'typeorm';

export interface Meeting {
  name: string;
  key?: string | null;
  /** The case addressed, or the case that waits. */
  caseNumber?: string | null;
}

function placesOf({ name, key, caseNumber }: Meeting): string[] {
  return [
    ...(typeof key === 'string' ? [JSON.stringify([name, 'key', key])] : []),
    ...(typeof caseNumber === 'string' ? [JSON.stringify([name, 'case', caseNumber])] : []),
  ];
}

/**
 * Waits for the places, till the end of the transaction; always in the same order. To be taken before
 * any row of `subscription` or `message` is locked, else two could wait for each other.
 */
export async function lockPlaces(manager: EntityManager, meetings: Meeting[]): Promise<void> {
  const places = [...new Set(meetings.flatMap(placesOf))].sort();
  if (places.length === 0) return;
  await manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(place, 4)) FROM unnest($1::text[]) AS place`,
    [places],
  );
}
