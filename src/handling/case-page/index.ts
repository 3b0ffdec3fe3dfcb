/** A case as its page shows it. */
export { CaseDto } from './case.dto.js';
export { lightOf } from './case-clock.js';
export { CaseViews } from './case-view.js';
export { CasePageModule } from './case-page.module.js';
