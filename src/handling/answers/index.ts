/** What was filled into forms, checked and kept wherever it can change. */
export { answerFaults, requireAnswers, requireTaskAnswers } from './answers.js';
export { filesIn, handedIn, namedFiles, requireOwnFiles } from './files.js';
export { keepTaskFiles } from './task-files.js';
