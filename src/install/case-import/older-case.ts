/** A case of an older system, understood and found consistent; instants in ms. */
import type { Json } from '../../../bpmn/engine/index.js';
import type { ActDates, CaseState, CarriedFrom } from '../../../workflows/contracts/case.js';
import type { NamedFile } from './files.js';

export interface LineError {
  /** Name of the column; null = the line as a whole. */
  column: string | null;
  /** English, kebab-case, stable. */
  code: string;
  /** For people: what is wrong and what to do. */
  message: string;
}

export interface OlderCase {
  sourceNumber: string;
  item: string;
  region: string;
  applicant: { name: string; kind: 'natural' | 'legal'; idNumber: string };
  state: CaseState;
  outcome: CaseState | null;
  /** Nothing more happens to it. */
  ended: boolean;
  receivedAt: number;
  correctedAt: number | null;
  examinedFrom: number;
  dates: ActDates;
  deemed: boolean;
  pauses: CarriedFrom['pauses'];
  extension: number;
  deliveredAt: number | null;
  finishedAt: number | null;
  /** Named in the file; null = found by the state. */
  element: string | null;
  form: Record<string, Json>;
  files: NamedFile[];
}
