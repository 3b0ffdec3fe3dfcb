/** A task that a person handles. */
import type { Assignment, AssignmentExpressions, Outcome, UserTask } from '../../model/process.js';
import type { BpmnNode } from '../moddle.js';
import { readActivity } from '../activity.js';
import type { Compiling, ElementCompiler } from '../context.js';
import { isLength } from '../timers.js';

export const userTask: ElementCompiler = (node, place, compiling) => {
  const attributes = compiling.attributes(node);
  const { form, limit, act } = attributes;
  if (limit !== undefined && !isLength(limit))
    compiling.findings.error(
      'limit-invalid',
      place.id,
      `时限“${limit}”不可识别，工作日写 5wd，自然日写 P5D。`,
    );
  return {
    type: 'userTask',
    ...readActivity(node, place, attributes, compiling),
    ...readAssignment(node, place.id, compiling),
    ...(form && { form }),
    outcomes: readOutcomes(attributes.outcomes, place.id, compiling),
    ...(limit && { limit }),
    ...(act && { act }),
  };
};

/** `line="market"` is a code, `line="=body.line"` is asked when the task opens; so too the role. */
function readAssignment(
  node: BpmnNode,
  element: string,
  compiling: Compiling,
): Pick<UserTask, 'assignment' | 'assignedBy'> {
  const { line, role, ...level } = compiling.assignment(node);
  const asked = { ...(line && { line }), ...(role && { role }) };
  const assignment: Assignment = { ...level };
  const assignedBy: AssignmentExpressions = {};
  for (const part of ['line', 'role'] as const) {
    const text = asked[part];
    if (text === undefined) continue;
    if (!text.startsWith('=')) {
      assignment[part] = text;
      continue;
    }
    const expression = compiling.expressions.text(text, element);
    if (expression) assignedBy[part] = expression;
  }
  return { assignment, ...(Object.keys(assignedBy).length > 0 && { assignedBy }) };
}

/** `accept=受理;correct=一次性补正告知`. */
function readOutcomes(
  source: string | undefined,
  element: string,
  compiling: Compiling,
): Outcome[] {
  const parts = (source ?? '').split(';').filter((part) => part.trim() !== '');
  const outcomes: Outcome[] = [];
  for (const part of parts) {
    const [id = '', name = ''] = part.split('=').map((side) => side.trim());
    if (/^[A-Za-z][\w-]*$/.test(id) && name !== '' && !outcomes.some((known) => known.id === id))
      outcomes.push({ id, name });
    else
      compiling.findings.error(
        'outcomes-invalid',
        element,
        `办理结果“${part.trim()}”应写成“英文编号=中文名称”，以分号分隔且编号不重复。`,
      );
  }
  return outcomes;
}
