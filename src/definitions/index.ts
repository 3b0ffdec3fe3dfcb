/** What an admin draws and publishes: processes and decisions, versioned. */
export * from './decisions/index.js';
export * from './processes/index.js';
