/** People and their posts: given and ended by days, handed over, locked. */
export { ADD_PERSON, LOCK_PERSON, UNLOCK_PERSON, type NewPerson } from './people.js';
export { ADD_POST, CHANGE_POST, END_POST, type NewPost } from './posts.js';
export { StaffRegister } from './staff.controller.js';
export { PostsRegister } from './posts.controller.js';
export { POST_RULES } from './rules.js';
