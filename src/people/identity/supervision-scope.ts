/**
 * Whose figures a supervisor sees, decided by the body of the post: the city's supervising office sees
 * all, a line's department its line, a county's office its county, a township its township. Vertical
 * bodies (消防, 税务, 烟草, 公积金) belong to their line and to no county.
 */
import type { SessionPost } from './session.js';

export interface Scope {
  line?: string;
  /** Territory charged: without the vertical bodies that sit there. */
  county?: string;
  township?: string;
  /** Where a line's body sits, vertical or not. */
  seatCounty?: string;
  /** Nothing at all: a post whose body supervises nobody. */
  nothing?: true;
}

/** Lines whose offices supervise all departments of their territory, not only their own line. */
const SUPERVISING_LINES = new Set(['business', 'government', 'service-centre']);

/** Code of the territory a county's or zone's bodies belong to. */
const countyOf = ({ region, id }: { region: string | null; id: string }): string =>
  region ? region.slice(0, 6) : id;

/** @param post under which somebody acts */
export function scopeOf({
  post,
}: {
  post: Pick<SessionPost, 'role' | 'organisation'> | null;
}): Scope {
  if (!post) return { nothing: true };
  const { organisation, role } = post;
  if (role === 'admin') return {};
  const { level, line } = organisation;
  const wholeTerritory = line === null || SUPERVISING_LINES.has(line);
  if (level === 'city') return wholeTerritory ? {} : { line };
  if (level === 'county') {
    const county = countyOf(organisation);
    return wholeTerritory ? { county } : { line, seatCounty: county };
  }
  if (level === 'township' && organisation.region)
    return { township: organisation.region.slice(0, 9), county: countyOf(organisation) };
  return { nothing: true };
}

/** Collects the values of a statement; `place` gives the text that stands for one. */
export class Values {
  readonly list: unknown[] = [];
  place = (value: unknown): string => `$${this.list.push(value)}`;
}

/** Conditions on a row of `unit` (by default called `u`) that hold it inside the scope. */
export function scopeConditions(scope: Scope, { place }: Values, unit = 'u'): string[] {
  if (scope.nothing) return ['false'];
  return [
    ...(scope.line ? [`${unit}.line = ${place(scope.line)}`] : []),
    ...(scope.county ? [`${unit}.county = ${place(scope.county)}`] : []),
    ...(scope.township ? [`${unit}.township = ${place(scope.township)}`] : []),
    ...(scope.seatCounty ? [`${unit}.seat_county = ${place(scope.seatCounty)}`] : []),
  ];
}
