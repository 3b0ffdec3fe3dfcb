/** Each step of a case written into the tables. */
export { record } from './record.js';
