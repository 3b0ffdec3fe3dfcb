/**
 * Messages and stack traces of failures are encrypted too: they may quote what a person wrote.
 * Plain CommonJS: the SDK requires it by its path and bundles it with the workflows.
 */
const { DefaultFailureConverter } = require('@temporalio/common');

exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
