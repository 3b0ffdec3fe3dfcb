/** The shape of `demonstration/organisations.json`: which bodies the city has, by line and by place. */
import type { RegionLevel } from '../../people/index.js';

/** A line of departments; `{place}`, `{city}`, `{short}` in names stand for the region's names. */
export interface LineDefinition {
  line: string;
  city: string;
  county: string;
  /** Name in a city's district, where it differs. */
  countyDistrict?: string;
  vertical?: boolean;
  /** Line of the department it is part of. */
  under?: string;
}

export interface AuthorityDefinition {
  item: string;
  area: string;
  replaces: { line: string; level: RegionLevel };
  line?: string;
  level?: RegionLevel;
  organisation?: string;
  inNameOf?: string;
  regulator?: string;
  note: string;
}

export interface OrganisationsData {
  version: number;
  city: string;
  lines: LineDefinition[];
  merged: { region: string; line: string; into: string; note: string }[];
  branches: { line: string; name: string; nameDistrict?: string }[];
  townshipLines: string[];
  villageLines: string[];
  windows: { city: number; county: number; township: number };
  zones: { id: string; name: string; under: string; lines: string[] }[];
  authorities: AuthorityDefinition[];
}
