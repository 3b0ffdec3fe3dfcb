/** TODO src/handling */
export { CaseDto } from './case-page/case.dto.js';
export { lightOf, limitText } from './case-page/case-clock.js';
export { CaseViews } from './case-page/case-view.js';
export { handedIn, requireOwnFiles } from './case-page/corrections.js';
