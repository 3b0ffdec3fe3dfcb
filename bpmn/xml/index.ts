/** XML as text: what modelling libraries do not keep. */
export { keepExtensions } from './keep-extensions.js';
export { plainId, renamedIds, withOriginalIds } from './ids.js';
export { readable } from './readable.js';
export { expanded, xmlTree, type XmlElement } from './tree.js';
