/** TODO src/handling/window */
export { WindowModule } from './window.module.js';
