/** The workflows a worker bundles. */
export { caseWorkflow } from './case.workflow.js';
