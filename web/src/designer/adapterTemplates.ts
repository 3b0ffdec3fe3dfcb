/** What each adapter takes and gives, as its template: what 传入 is filled with, and what comes back in the task's variable. */
import type { AdapterName } from '../../../bpmn/model/vocabulary.js';

interface Template {
  /** Names of what may be given, those that must be first with a `*`. */
  takes: readonly string[];
  /** FEEL to begin with. */
  input: string;
  /** Names of what comes back. */
  gives: readonly string[];
}

export const ADAPTER_TEMPLATES: Readonly<Record<AdapterName, Template>> = {
  exchange: {
    takes: ['dataset*', 'creditCode'],
    input: '= {dataset: "population"}',
    gives: ['found', 'state'],
  },
  payment: {
    takes: ['fee', 'quantity'],
    input: '= {fee: "城市道路占用费"}',
    gives: ['required', 'orderNo'],
  },
  license: {
    takes: ['operation', 'name', 'validTo'],
    input: '= {operation: "issue", name: "许可证"}',
    gives: ['identifier', 'number'],
  },
  seal: {
    takes: ['document*', 'licence', 'reason', 'remedy'],
    input: '= {document: "grant-decision"}',
    gives: ['sealId', 'digest', 'signedAt'],
  },
  'department-system': {
    takes: ['system*', 'form'],
    input: '= {system: "fire", form: form}',
    gives: ['system', 'externalNumber'],
  },
  'regulation-push': { takes: [], input: '', gives: ['pushed'] },
  notify: { takes: ['text*'], input: '= {text: "您的申请已经办结。"}', gives: ['notified'] },
  'benefit-list': {
    takes: ['tier*'],
    input: '= {tier: form.tier}',
    gives: ['tier', 'amountCents', 'fromMonth'],
  },
  credit: {
    takes: ['fact*', 'description*'],
    input: '= {fact: "promise-broken", description: "承诺不实，许可已经撤销。"}',
    gives: ['record'],
  },
  'item-publication': {
    takes: ['effectiveFrom*'],
    input: '= {effectiveFrom: form.effectiveFrom}',
    gives: ['item', 'version'],
  },
  return: {
    takes: ['reason*', 'fact'],
    input: '= {reason: "未在承诺的期限内补齐材料。"}',
    gives: ['returned'],
  },
};
