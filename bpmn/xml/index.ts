/** XML as text: what modelling libraries do not keep, and what they must not be given. */
export { decodeText, decodeXml, type Decoded } from './decode.js';
export { keepExtensions } from './keep-extensions.js';
export { plainId, renamedIds, withOriginalIds, withPlainIds } from './ids.js';
export { boundPrefixes } from './prefixes.js';
export { readable } from './readable.js';
export { MAX_DEPTH, MAX_XML_LENGTH, refusalOf, type Refusal } from './structure.js';
export { expanded, xmlTree, type XmlElement } from './tree.js';
