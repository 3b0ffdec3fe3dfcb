import type { Errand } from '../../province/index.js';
import type { Actor } from './session.js';

/** An errand to the province of somebody who is signed in, for the body of their post. */
export const errandOf = (
  { personId, organisationId }: Pick<Actor, 'personId' | 'organisationId'>,
  errand: Omit<Errand, 'by'>,
): Errand => ({ by: { person: personId, body: organisationId }, ...errand });
