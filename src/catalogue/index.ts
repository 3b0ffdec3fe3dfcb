/** What the city can be asked for: items with their guides, forms, and whose law their clocks run by. */
export * from './authorities/index.js';
export * from './clock-rules/index.js';
export * from './forms/index.js';
export * from './items/index.js';
export { CatalogueModule } from './catalogue.module.js';
