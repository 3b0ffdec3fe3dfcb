/** Who there is and who is acting: regions, organisations, posts, sign-on, credit, and the audit log of what they did. */
export * from './audit/index.js';
export * from './audit-search/index.js';
export * from './credit/index.js';
export * from './identity/index.js';
export * from './organisations/index.js';
export { PeopleModule } from './people.module.js';
