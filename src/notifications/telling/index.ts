/** Tells people, in the transaction of what they are told of. */
export { dayText, dueText, yuan } from './days.js';
export { peopleOfBody, toldCase, type ToldCase } from './people-of.js';
export { takeBackTold, tell, type AboutKind, type Told } from './tell.js';
