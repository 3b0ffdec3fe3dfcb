/** Bodies of a city or county: its government, its departments by line, its hall and the hall's windows. */
import { creditCode } from '../../../platform/identifiers.js';
import { organisationId } from '../../../people/index.js';
import type { OrganisationsData } from '../organisations-data.js';
import { body, fill, windows, type OrganisationRow, type Place } from './body.js';

export function government(place: Place, name: string, parentId: string | null, serial: string) {
  const { code, level } = place.region;
  return body('government', level, {
    id: organisationId(code),
    name,
    line: 'government',
    region: code,
    parentId,
    creditCode: creditCode('11', code.slice(0, 6), serial),
  });
}

/** The departments of a city or county by line, its hall and the hall's windows. */
export function departments(data: OrganisationsData, place: Place, above: string | null) {
  const { code, level } = place.region;
  const stem = organisationId(code);
  const merged = data.merged.filter((merge) => merge.region === code);
  const rows: OrganisationRow[] = [];
  data.lines.forEach((definition, index) => {
    if (merged.some((merge) => merge.line === definition.line)) return;
    const template =
      level === 'city'
        ? definition.city
        : ((place.district ? definition.countyDistrict : undefined) ?? definition.county);
    const upper = above && `${above}-${definition.line}`;
    const superior = definition.under ? `${stem}-${definition.under}` : stem;
    const department = body(
      definition.line === 'service-centre' ? 'service-centre' : 'department',
      level,
      {
        id: `${stem}-${definition.line}`,
        name: fill(template, place),
        line: definition.line,
        alsoLines: merged.filter((m) => m.into === definition.line).map((m) => m.line),
        region: code,
        parentId: definition.vertical ? upper : superior,
        vertical: definition.vertical ?? false,
        creditCode: creditCode('11', code, `MB90${String(index + 1).padStart(4, '0')}`),
      },
    );
    rows.push(department);
    if (department.kind === 'service-centre') {
      rows.push(...windows(department, data.windows[level === 'city' ? 'city' : 'county']));
    }
  });
  return rows;
}
