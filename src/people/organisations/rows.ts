/** Rows of who there is: regions, organisations, people and the posts they hold. */
import type { CityLevel } from '../../../bpmn/model/vocabulary.js';

export type RegionLevel = CityLevel;

export type OrganisationKind =
  | 'government'
  | 'department'
  | 'branch' // 派出机构: sits in a township, belongs to the county's department
  | 'service-centre'
  | 'enforcement-team'
  | 'station'
  | 'window'
  | 'zone'; // 开发区: has no region code of its own

/** An administrative division (GB/T 2260; townships and villages by its extension). */
export interface Region {
  code: string;
  name: string;
  level: RegionLevel;
  parent: string | null;
  /** Codes change with the divisions: both ends are dates, the last one exclusive. */
  validFrom: string;
  validTo: string | null;
}

export interface Organisation {
  /** ASCII slug such as `o-210381-market`. */
  id: string;
  name: string;
  kind: OrganisationKind;
  /** Line (条) it belongs to; codes of the glossary. */
  line: string | null;
  /** Further lines it carries: a township's government does civil affairs itself. */
  alsoLines: string[];
  /** Level (块) it serves: a branch serves a township though it belongs to a county's department. */
  level: RegionLevel;
  /** Null for branches (see `serviceArea`) and development zones. */
  region: string | null;
  parentId: string | null;
  /** 垂管: answers to the same line above, not to the local government. */
  vertical: boolean;
  /** Region codes a branch serves. */
  serviceArea: string[];
  /** 统一社会信用代码. */
  creditCode: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface Person {
  id: string;
  account: string;
  name: string;
  /** HMAC-SHA-256 of the ID number; the number itself is never stored. */
  idNumberDigest: string | null;
  /** The province's identifier of the person (OIDC `sub`). */
  subject: string;
  kind: 'natural' | 'legal' | 'staff';
}

/** A post (岗位) a person holds; acts are signed by the person in the post chosen at sign-in. */
export interface Post {
  id: string;
  personId: string;
  organisationId: string;
  /** Code of the glossary: window, handler, inspector, reviewer, approver, … */
  role: string;
  title: string;
  /** 执法证: without one nobody may inspect. */
  enforcementCertificate: string | null;
  validFrom: string;
  validTo: string | null;
}

/**
 * Which body decides, per item and area: what the process assigns to `replacesLine` at
 * `replacesLevel` goes to `organisationId`, or else to whoever has `line` at `level`.
 */
export interface ItemAuthority {
  itemCode: string;
  /** Region code (the whole region), or the id of a development zone. */
  area: string;
  replacesLine: string;
  replacesLevel: string;
  line: string | null;
  level: RegionLevel | null;
  organisationId: string | null;
  /** By entrustment: the body in whose name and with whose seal the act is done. */
  inNameOf: string | null;
  /** Where an approval bureau decides: the line department the result goes to (审管联动). */
  regulator: string | null;
  note: string;
}
