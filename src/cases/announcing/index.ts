/** That something happened to a case, told to whoever looks at it. */
export { announce, NEWS, type News } from './announcements.js';
