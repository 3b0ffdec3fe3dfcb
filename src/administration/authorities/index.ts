/** Who decides which item where (职权分工). */
export { REMOVE_AUTHORITY, SET_AUTHORITY } from './acts.js';
export { AuthoritiesRegister } from './authorities.controller.js';
