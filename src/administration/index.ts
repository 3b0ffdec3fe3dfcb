/** What the city's and the counties' administrators keep: bodies, people, posts and powers. */
export { AdministrationModule } from './administration.module.js';
