/** Ids of new bodies: short words that name the place and the line, as diagrams and logs show them. */
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { organisationId } from '../../people/index.js';
import type { OrganisationFields } from './organisation.js';

/** `o-210399-market`, `o-zone-4f2a1c`; with a number behind where that is taken. */
export async function newOrganisationId(
  manager: EntityManager,
  { kind, line, region, parent, serviceArea }: OrganisationFields,
): Promise<string> {
  const stem = stemOf({ kind, line, region, parent, serviceArea });
  const taken = await manager.query<{ id: string }[]>(
    `SELECT id FROM organisation WHERE id = $1 OR starts_with(id, $1 || '-')`,
    [stem],
  );
  const ids = new Set(taken.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!ids.has(id)) return id;
  }
}

function stemOf({
  kind,
  line,
  region,
  parent,
  serviceArea,
}: Pick<OrganisationFields, 'kind' | 'line' | 'region' | 'parent' | 'serviceArea'>): string {
  if (kind === 'zone') return `o-zone-${randomBytes(3).toString('hex')}`;
  if (kind === 'window') return `${parent}-w`;
  const place = region ?? serviceArea[0];
  const seat = place ? organisationId(place) : parent;
  return kind === 'government' ? String(seat) : `${seat}-${line}`;
}
