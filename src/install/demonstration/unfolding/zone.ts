/** Bodies of a development zone. */
import { organisationId } from '../../../people/index.js';
import type { OrganisationsData } from '../organisations-data.js';
import { body, type OrganisationRow } from './body.js';

/** A development zone has no region code; its bodies hang on it alone. */
export function zone(
  data: OrganisationsData,
  definition: OrganisationsData['zones'][number],
): OrganisationRow[] {
  const names: Record<string, string> = { 'service-centre': '政务服务中心' };
  return [
    body('zone', 'county', {
      id: definition.id,
      name: `${definition.name}管理委员会`,
      parentId: organisationId(definition.under),
    }),
    ...definition.lines.map((line) =>
      body(line === 'service-centre' ? 'service-centre' : 'department', 'county', {
        id: `${definition.id}-${line}`,
        name:
          definition.name +
          (names[line] ?? data.lines.find((l) => l.line === line)?.city.replace(/\{.*?\}/g, '')),
        line,
        parentId: definition.id,
      }),
    ),
  ];
}
