/**
 * bpmnlint is CommonJS and requires min-dash, which is ESM since 5. Node can do that, Jest cannot
 * before Node 24: there, and only for `require`, the last CommonJS release stands in.
 */
module.exports = (request, options) =>
  options.defaultResolver(
    request === 'min-dash' && options.conditions.includes('require') ? 'min-dash-cjs' : request,
    options,
  );
