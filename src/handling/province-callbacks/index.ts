/** What the province tells the city of its own accord. */
export { NoticesModule } from './notices.module.js';
