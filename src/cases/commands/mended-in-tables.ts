/**
 * Incidents that the workflow knows nothing of: trying again mends the tables alone, and takes no
 * variables of the case.
 */
import type { EntityManager } from 'typeorm';
import { conflict } from '../../platform/errors.js';
import { assignDepartment, type OpenIncident } from './incident-department.js';
import { takeUpAgain, WORKER_ABORTED } from './stuck-cases.js';
import { COMMAND_UNANSWERED, sendOnceMore } from './unanswered.js';

/** Mends, in the transaction that tells of it. @throws DomainError when it cannot be mended yet */
export type Mending = (manager: EntityManager, incident: OpenIncident) => Promise<void>;

/** By the incident's code. */
export const MENDED_IN_TABLES: ReadonlyMap<string, Mending> = new Map<string, Mending>([
  [
    'no-department',
    async (manager, incident) => {
      if (await assignDepartment(manager, incident)) return;
      throw conflict(
        'no-department',
        '仍然找不到承办部门；请先补全该区域的机构，或事项在该区域的实施主体。',
      );
    },
  ],
  [WORKER_ABORTED, (manager, incident) => takeUpAgain(manager, incident.case_number)],
  [COMMAND_UNANSWERED, (manager, incident) => sendOnceMore(manager, incident.id)],
]);
