/** What must hold before a diagram is kept or published: no DTD, it compiles, the lint finds no error. */
import { compile, type Compiled, type Finding } from '../../bpmn/compiler/index.js';
import { lint } from '../../bpmn/lint/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { unprocessable } from '../platform/errors.js';

/** A document type declaration may pull in files or blow up in memory; BPMN never needs one. */
const DOCUMENT_TYPE = /<!\s*(doctype|entity)/i;

/** @throws DomainError `bpmn-with-dtd` */
function refuseDocumentType(xml: string): void {
  if (!DOCUMENT_TYPE.test(xml)) return;
  throw unprocessable(
    'bpmn-with-dtd',
    '流程文件含有 DTD（<!DOCTYPE 或 <!ENTITY），出于安全原因不予接收。请从建模工具重新导出不带 DTD 的 BPMN 文件。',
  );
}

/** Everything compiler and lint have to say about a diagram. Nothing is kept. */
export async function findingsOf(xml: string): Promise<Finding[]> {
  refuseDocumentType(xml);
  const { findings } = await compile(xml);
  const unreadable = findings.some((finding) => finding.rule === 'xml');
  return distinct(unreadable ? findings : [...findings, ...(await lint(xml))]);
}

function distinct(findings: Finding[]): Finding[] {
  const byText = new Map(
    findings.map((finding) => [`${finding.element ?? ''}\n${finding.message}`, finding]),
  );
  return [...byText.values()];
}

/**
 * Compiles one process of a file.
 * @throws DomainError `process-has-findings` with every error, each naming its element
 */
export async function compileProcess(xml: string, processId: string): Promise<ProcessModel> {
  refuseDocumentType(xml);
  const compiled = await compile(xml, { process: processId });
  const errors = distinct([...compiled.findings, ...(await lintReadable(xml, compiled))]).filter(
    (finding) => finding.severity === 'error',
  );
  if (errors.length > 0) {
    const first = errors[0]!;
    throw unprocessable(
      'process-has-findings',
      `流程有 ${errors.length} 处问题，未保存。第一处${first.element ? `在 ${first.element}` : ''}：${first.message}`,
      { findings: errors },
    );
  }
  const model = compiled.models.find((candidate) => candidate.id === processId);
  if (!model) {
    throw unprocessable(
      'process-not-in-file',
      `文件里没有编号为 ${processId} 的流程，只有：${compiled.models.map(({ id }) => id).join('、') || '（无）'}。请把流程编号改成 ${processId}。`,
    );
  }
  return model;
}

async function lintReadable(xml: string, compiled: Compiled): Promise<Finding[]> {
  return compiled.models.length > 0 ? lint(xml) : [];
}
