/** What a city starts with: the schema, the demonstration, older cases brought over. */
export * from './case-import/index.js';
export * from './demonstration/index.js';
export * from './first-administrators.js';
export * from './schema/index.js';
