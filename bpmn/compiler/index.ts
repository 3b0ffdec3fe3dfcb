/** BPMN XML → executable model. The only place that knows bpmn-moddle. */
export { bind, WORK_UNBOUND, type Bindings, type Bound } from './bind.js';
export { compile, examine, type Compiled, type CompileOptions } from './compile.js';
export { decidingTasks, freezeDecisions } from './decisions.js';
export { formsNamed, freezeForms } from './forms.js';
export { Findings, hasErrors, type Finding } from './findings.js';
export { WORK_KINDS, type ForeignWork, type WorkKind } from './foreign-work.js';
export { canonicalJson, hashModel } from './hash.js';
export { keptTests, type KeptTest } from './kept-tests.js';
export { callsIn, link, LinkError } from './link.js';
export { foreseen } from './unforeseen.js';
