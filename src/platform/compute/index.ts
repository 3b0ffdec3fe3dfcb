/** Computing apart from requests, in threads with bounds of time and memory. */
export { ComputePool, type ComputeBounds } from './pool.js';
export { serveTasks } from './serve.js';
export { inPlace, type Computing, type Tasks } from './tasks.js';
