/** The demonstration: processes and decisions as an admin would publish them, older cases brought over. */
export { bringOlderCases } from './bring-older-cases.js';
export { loadOrganisations } from './load-organisations.js';
export { demonstrationPeople, loadPeople } from './load-people.js';
export { publishDecisions } from './publish-decisions.js';
export { publishForms } from './publish-forms.js';
export { publishProcesses } from './publish-processes.js';
export { settleDemonstration } from './settle.js';
