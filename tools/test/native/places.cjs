/** Where the module made of a test file lies. */
const { join, relative } = require('node:path');

const ROOT = join(__dirname, '..', '..', '..');

/** The variable that names the folder of a build. */
exports.BUILT = 'TESTS_BUILT';

/** Of a test file's source, as a build knows it. */
exports.nameOf = (file) => relative(ROOT, file).replace(/\.ts$/, '');

exports.moduleOf = (file) => join(process.env[exports.BUILT], `${exports.nameOf(file)}.mjs`);
