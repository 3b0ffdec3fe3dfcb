/** What every adapter is made of: a call in, JSON out, and three ways to fail. */
import { ApplicationFailure } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import type { Json } from '../bpmn/engine/index.js';
import type { Province, ProvinceDoor } from '../src/province/index.js';
import { ADAPTER_REFUSED, type AdapterCall, BPMN_ERROR } from '../workflows/contracts/case.js';

export interface AdapterContext {
  dataSource: DataSource;
  /** The province's systems, on the errand of this call. */
  province: Province;
  /** For what concerns other cases than the call's. */
  door: ProvinceDoor;
  /** Where documents are kept, and the address their QR leads to. */
  documents: { storageDir: string; publicUrl: string };
}

/**
 * Does one thing outside for a case. Idempotent by `call.key`: a repeat does nothing twice. The
 * result goes into the workflow's history, so it holds codes and figures, never personal data.
 *
 * Fails by a plain Error (is tried again), by `refused` (an incident a person mends), or by
 * `bpmnError` (the diagram may catch it).
 */
export type Adapter = (call: AdapterCall, context: AdapterContext) => Promise<Json>;

/** No use in trying again before a person has mended something. */
export function refused(message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, ADAPTER_REFUSED);
}

/** An error the diagram may catch by its code. */
export function bpmnError(code: string, message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, BPMN_ERROR, code, message);
}

/** The members of a call's input; none when it has no input. */
export function inputOf(call: AdapterCall): { [key: string]: Json } {
  const { input } = call;
  if (input === null || input === undefined) return {};
  if (typeof input === 'object' && !Array.isArray(input)) return input;
  throw refused(`节点 ${call.element} 的输入应为一组命名的值，请检查流程图中的输入表达式。`);
}

/** A text of the input; undefined when it is not there. */
export function textInput(call: AdapterCall, name: string): string | undefined {
  const value = inputOf(call)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws ApplicationFailure when the diagram does not give it */
export function requiredText(call: AdapterCall, name: string): string {
  const value = textInput(call, name);
  if (value !== undefined) return value;
  throw refused(`节点 ${call.element} 缺少输入 ${name}，请检查流程图。`);
}
