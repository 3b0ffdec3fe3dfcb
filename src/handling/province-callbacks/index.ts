/** What the province tells the city of its own accord. */
export { ProvinceCallbacksModule } from './province-callbacks.module.js';
