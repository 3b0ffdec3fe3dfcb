/** Bodies and regions: the acts that change them, and the tree as pages show it. */
export { ADD_ORGANISATION, CHANGE_ORGANISATION, CLOSE_ORGANISATION } from './acts.js';
export { ADD_REGION, CHANGE_REGION } from './regions.js';
export { OrganisationsRegister } from './organisations.controller.js';
export { RegionsRegister } from './regions.controller.js';
