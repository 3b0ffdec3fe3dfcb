/** 委托代办: who lets whom apply in their name. */
export { AuthorisationsModule } from './authorisations.module.js';
