/** What must hold before a diagram is kept or published: no DTD, it compiles, the lint finds no error. */
import type { EntityManager } from 'typeorm';
import { bind, WORK_UNBOUND, type Bindings, type Finding } from '../../../bpmn/compiler/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { refusalOf } from '../../../bpmn/xml/index.js';
import { unprocessable } from '../../platform/errors.js';
import type { DefinitionComputing, LookedThrough } from '../computing/index.js';
import { readBindings } from './adapter-bindings.js';
import { cityFindings } from './city-findings.js';
import { keptTestFindings } from './kept-tests.js';
import { unreadyFindings } from './unready.js';

/**
 * A document type declaration may pull in files or blow up in memory; BPMN never needs one. The word
 * in a text or a comment is only a word.
 */
const DOCUMENT_TYPE = /<!\s*(doctype|entity)/i;

/** @throws DomainError `bpmn-with-dtd` */
export function refuseDocumentType(xml: string): void {
  if (!DOCUMENT_TYPE.test(xml) || refusalOf(xml, '流程文件')?.rule !== 'xml-doctype') return;
  throw unprocessable(
    'bpmn-with-dtd',
    '流程文件含有 DTD（<!DOCTYPE 或 <!ENTITY），出于安全原因不予接收。请从建模工具重新导出不带 DTD 的 BPMN 文件。',
  );
}

/** Everything compiler, lint and the city's data have to say about a diagram. Nothing is kept. */
export async function findingsOf(
  manager: EntityManager,
  computing: DefinitionComputing,
  xml: string,
): Promise<Finding[]> {
  refuseDocumentType(xml);
  const looked = await computing.run('lookThrough', xml);
  return [
    ...(await withCity(manager, looked)),
    ...(await keptTestFindings(manager, computing, looked)),
  ];
}

/** Adds what the city's own data say to what compiler and lint do. */
export async function withCity(
  manager: EntityManager,
  { models, findings, assigned }: Omit<LookedThrough, 'tests'>,
): Promise<Finding[]> {
  const found = withBindings(findings, models, await readBindings(manager));
  return [
    ...found,
    ...(await unreadyFindings(manager, models, assigned)),
    ...(await cityFindings(manager, assigned)),
  ];
}

/**
 * Foreign work that the admin's table gives to an adapter is nothing to report; what is left keeps
 * a diagram from being published, but not from being kept as a draft.
 */
function withBindings(
  findings: readonly Finding[],
  models: readonly ProcessModel[],
  bindings: Bindings,
): Finding[] {
  if (models.length === 0) return distinct(findings);
  const unbound = models.flatMap((model) => bind(model, bindings).unbound);
  return distinct([
    ...findings.filter(({ rule }) => rule !== WORK_UNBOUND),
    ...unbound.map((finding): Finding => ({ ...finding, severity: 'warning' })),
  ]);
}

function distinct(findings: readonly Finding[]): Finding[] {
  const byText = new Map(
    findings.map((finding) => [`${finding.element ?? ''}\n${finding.message}`, finding]),
  );
  return [...byText.values()];
}

/** What is no diagram at all, or not this one's, and so cannot be gone on with. */
const NO_DRAFT = /^(xml-|encoding-unknown$|process-missing$)/;

/**
 * A drawing as its author leaves it, whatever is wrong with it: what cannot run yet is kept, and told.
 * @throws DomainError `process-has-findings` where no diagram of the process can be read at all
 */
export async function draftFindings(
  manager: EntityManager,
  computing: DefinitionComputing,
  xml: string,
  processId: string,
): Promise<Finding[]> {
  refuseDocumentType(xml);
  const compiled = await computing.run('compileProcess', xml, processId);
  const findings = [...compiled.findings, ...compiled.linted];
  refuseErrors(distinct(findings.filter(({ rule }) => NO_DRAFT.test(rule))), '未保存');
  const assigned = compiled.assigned.filter(({ process }) => process === processId);
  const models = compiled.models.filter(({ id }) => id === processId);
  return [
    ...(await withCity(manager, { models, findings, assigned })),
    ...(await keptTestFindings(manager, computing, compiled)),
  ];
}

/**
 * Compiles one process of a file to be published.
 * @throws DomainError `process-has-findings` with every error, each naming its element: also foreign work
 * that no adapter does, what the city has not got, and where its tests do not hold
 */
export async function compileProcess(
  manager: EntityManager,
  computing: DefinitionComputing,
  xml: string,
  processId: string,
): Promise<ProcessModel> {
  refuseDocumentType(xml);
  const compiled = await computing.run('compileProcess', xml, processId);
  const all = [...compiled.findings, ...compiled.linted];
  refuseErrors(distinct(all), '未发布');
  const model = compiled.models.find((candidate) => candidate.id === processId);
  if (!model) {
    throw unprocessable(
      'process-not-in-file',
      `文件里没有编号为 ${processId} 的流程，只有：${compiled.models.map(({ id }) => id).join('、') || '（无）'}。请把流程编号改成 ${processId}。`,
    );
  }
  const bound = bind(model, await readBindings(manager));
  const assigned = compiled.assigned.filter(({ process }) => process === processId);
  const unready = await unreadyFindings(manager, [model], assigned);
  refuseErrors([...bound.unbound, ...unready.map(asError)], '未发布');
  refuseErrors(await keptTestFindings(manager, computing, compiled), '未发布');
  return bound.model;
}

const asError = (finding: Finding): Finding => ({ ...finding, severity: 'error' });

/** @param outcome Chinese: what did not happen because of them */
export function refuseErrors(findings: readonly Finding[], outcome: string): void {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const [first] = errors;
  if (!first) return;
  throw unprocessable(
    'process-has-findings',
    `流程有 ${errors.length} 处问题，${outcome}。第一处${first.element ? `在 ${first.element}` : ''}：${first.message}`,
    { findings: errors },
  );
}
