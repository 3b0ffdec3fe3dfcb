/** Which files are ours, and where the map of one lies that was compiled for a test. */
const { join, relative } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '..', '..', '..');
const ours = `${pathToFileURL(root).href}/`;

exports.isOurs = (url = '') => url.startsWith(ours) && !url.includes('/node_modules/');
exports.mapOf = (file) => join(root, 'dist', 'tests', `${relative(root, file)}.map`);
