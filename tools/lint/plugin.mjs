/** Rules of our own for Oxlint: `.oxlintrc.json` says where each holds. */

const PRESENT_TIME = 'Time comes in with the event (now).';

/** Reading a point in time that was handed in is fine; asking for the present one is not. */
const presentTime = {
  create(context) {
    const report = (node) => context.report({ node, message: PRESENT_TIME });
    return {
      "NewExpression[callee.name='Date'][arguments.length=0]": report,
      "CallExpression[callee.name='Date']": report,
      "CallExpression[callee.object.name='Date'][callee.property.name='now']": report,
    };
  },
};

export default { meta: { name: 'onestop' }, rules: { 'no-present-time': presentTime } };
