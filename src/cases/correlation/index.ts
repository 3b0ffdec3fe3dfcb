/** Messages and signals: published, matched with the cases that wait, delivered once. */
export { checkCorrelation, type Astray } from './check.js';
export { CorrelationModule } from './correlation.module.js';
export { MessageDto, PublishDto } from './message.dto.js';
export { Publishing } from './publishing.js';
