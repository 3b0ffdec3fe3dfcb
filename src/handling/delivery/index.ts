/** How results reach people: by post, at a window, by themselves. */
export { DeliveryModule } from './delivery.module.js';
export { requireEachDelivered } from './each-delivered.js';
