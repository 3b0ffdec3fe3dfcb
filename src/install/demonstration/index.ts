/** The demonstration: processes and decisions as an admin would publish them, older cases brought over. */
export { bringOlderCases } from './bring-older-cases.js';
export { publishDecisions } from './publish-decisions.js';
export { publishForms } from './publish-forms.js';
export { publishProcesses } from './publish-processes.js';
export { settleDemonstration } from './settle.js';
