/** The local activities of a case: its projection and its children's rows. */
import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { calendarOfCase } from '../src/calendar/index.js';
import { openChildCase, record, type CaseSettings } from '../src/cases/index.js';
import { DomainError } from '../src/platform/errors.js';
import { STEP_WRITERS_OF_WINGS } from '../src/step-writers.js';
import type { CaseActivities } from '../workflows/contracts/case.js';

export function caseActivities(dataSource: DataSource, settings: CaseSettings): CaseActivities {
  return {
    calendarNow: (caseNumber) => calendarOfCase(dataSource.manager, caseNumber),
    record: (input) => record(dataSource, input, STEP_WRITERS_OF_WINGS),
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
