/** Who is acting, under which post, and what they may do. */
export { abilityOf, type Subject } from './abilities.js';
export { AT_WORK, VALID_POST } from './at-work.js';
export {
  type ActingFor,
  COUNTS,
  peopleOf,
  requireAuthorised,
  type Standing,
} from './authorisations.js';
export {
  ApiSignedIn,
  CurrentActor,
  CurrentSession,
  Needs,
  personOf,
  Public,
  ShowsPeople,
} from './decorators.js';
export { errandOf } from './errand.js';
export { IdentityModule } from './identity.module.js';
export { knownAs, NEVER_SIGNED_ON, residentId, residentOf } from './residents.js';
export { sessionForPage } from './page-session.js';
export { requireRight } from './rights.js';
export { actorOf, residentInForm, type Actor, type Session, type SessionPost } from './session.js';
export { SessionGuard } from './session.guard.js';
export { Sessions } from './sessions.js';
export { scopeConditions, scopeOf, Values, type Scope } from './supervision-scope.js';
export { CITY_ROLES, isCityRole, POST_ROLES, type PostRole } from './roles.js';
