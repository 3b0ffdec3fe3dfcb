/** What happens to cases, told to the pages of those who have to do with them. */
export { NewsModule } from './news.module.js';
