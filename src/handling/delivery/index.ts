/** TODO src/handling/delivery */
export { DeliveryModule } from './delivery.module.js';
