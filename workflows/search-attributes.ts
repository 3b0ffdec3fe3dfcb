/** What cases are found by in Temporal: codes only. Registered before workers start. */
import {
  SearchAttributeType,
  defineSearchAttributeKey,
  type SearchAttributePair,
} from '@temporalio/common';
import type { CaseInput, CaseState } from './contracts/case.js';

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

export const caseItem = keyword('CaseItem');
export const caseState = keyword('CaseState');
export const caseRegion = keyword('CaseRegion');
export const leadDepartment = keyword('LeadDepartment');

/** Names and types, for registering them on a server. */
export const searchAttributes = [caseItem, caseState, caseRegion, leadDepartment];

export function searchAttributesOf(input: CaseInput, state: CaseState): SearchAttributePair[] {
  return [
    { key: caseItem, value: input.item.code },
    { key: caseState, value: state },
    { key: caseRegion, value: input.region },
    { key: leadDepartment, value: input.leadDepartment },
  ];
}
