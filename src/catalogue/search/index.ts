/** Items found as people speak. */
export { searchItems } from './search.js';
export { SearchModule } from './search.module.js';
