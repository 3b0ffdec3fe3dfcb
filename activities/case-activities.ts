/** The local activities of a case: its projection and its children's rows. */
import type { DataSource } from 'typeorm';
import { openChildCase, record, type CaseSettings } from '../src/cases/index.js';
import type { CaseActivities } from '../workflows/contracts/case.js';

export function caseActivities(dataSource: DataSource, settings: CaseSettings): CaseActivities {
  return {
    record: (input) => record(dataSource, input),
    openChild: (input) =>
      dataSource.transaction((manager) => openChildCase(manager, input, settings)),
  };
}
