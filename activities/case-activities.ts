/** The local activities of a case: its projection and its children's rows. */
import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { calendarOfCase } from '../src/calendar/index.js';
import { openChildCase, record, type CaseSettings } from '../src/cases/index.js';
import { PAPER_WRITERS } from '../src/papers/index.js';
import { DomainError } from '../src/platform/errors.js';
import type { CaseActivities } from '../workflows/contracts/case.js';

export function caseActivities(dataSource: DataSource, settings: CaseSettings): CaseActivities {
  return {
    calendarNow: (caseNumber) => calendarOfCase(dataSource.manager, caseNumber),
    record: (input) => record(dataSource, input, PAPER_WRITERS),
    async openChild(input) {
      try {
        return await dataSource.transaction((manager) => openChildCase(manager, input, settings));
      } catch (error) {
        // Nobody leads the item there, it is not published …: a person mends it, time does not.
        if (!(error instanceof DomainError)) throw error;
        throw ApplicationFailure.nonRetryable(error.message, error.code);
      }
    },
  };
}
