/** What the city's and the counties' administrators keep: bodies, people, posts and powers. */
export { performAll } from './changes/index.js';
export { ADD_ORGANISATION, ADD_REGION } from './organisations/index.js';
export { ADD_PERSON, ADD_POST } from './posts/index.js';
export { SET_AUTHORITY } from './authorities/index.js';
export { THE_PLATFORM } from './scope/index.js';
export { AdministrationModule } from './administration.module.js';
