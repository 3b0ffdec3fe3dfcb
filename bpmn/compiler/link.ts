/** Joins a process with those that it calls as scopes, so that one model holds all that runs. */
import type { CallActivity, ProcessModel, Scope } from '../model/process.js';

/** A called process is not to be had. */
export class LinkError extends Error {
  override name = 'LinkError';
  constructor(
    /** Id of the call activity. */
    readonly element: string,
    /** Id of the process that is missing. */
    readonly process: string,
  ) {
    super(`调用活动“${element}”所调用的流程“${process}”不存在，请先发布该流程或更正编号。`);
  }
}

/**
 * The model with every process that it calls, directly or through another, in `called`.
 * Calls marked separate are cases of their own and stay outside.
 * @throws LinkError when `resolve` does not know a called process
 */
export function link(
  model: ProcessModel,
  resolve: (processId: string) => ProcessModel | undefined,
): ProcessModel {
  const called: Record<string, ProcessModel> = {};
  const waiting = callsIn(model.body);
  for (const { id, calledElement } of waiting) {
    if (Object.hasOwn(called, calledElement)) continue;
    const found = calledElement === model.id ? model : resolve(calledElement);
    if (!found) throw new LinkError(id, calledElement);
    called[calledElement] = { ...found, called: {} };
    // The list grows while it is walked.
    waiting.push(...callsIn(found.body));
  }
  return { ...model, called };
}

/** Call activities that run as scopes, in sub-processes too. */
export function callsIn(scope: Scope): CallActivity[] {
  return Object.values(scope.elements).flatMap((element) => {
    if ('body' in element) return callsIn(element.body);
    return element.type === 'callActivity' && !element.separate ? [element] : [];
  });
}
