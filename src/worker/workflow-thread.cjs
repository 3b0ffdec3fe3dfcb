/**
 * A thread that runs workflows, without the SDK's hook on every promise: it takes a stack trace for each,
 * translated by the source map, for a query (`__stack_trace`) that nobody here asks; that was a third of
 * the thread's work. Failures keep their own stack traces.
 * Plain CommonJS: a thread is started by its path.
 */
const v8 = require('node:v8');

v8.promiseHooks.createHook = () => () => undefined;

require('@temporalio/worker/lib/workflow/workflow-worker-thread.js');
