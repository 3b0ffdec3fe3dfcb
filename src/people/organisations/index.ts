/** Who there is: regions, organisations, people and posts, and which department a task belongs to. */
export type {
  ItemAuthority,
  Organisation,
  OrganisationKind,
  Person,
  Post,
  Region,
  RegionLevel,
} from './rows.js';
export { regionName, regionTree } from './lookup.js';
export { readRegions, type RegionRow } from './regions.js';
export {
  ancestorAt,
  findBody,
  isLevel,
  isZone,
  organisationId,
  organisationOf,
  significant,
  type Charge,
} from './bodies.js';
export { OrganisationsModule } from './organisations.module.js';
