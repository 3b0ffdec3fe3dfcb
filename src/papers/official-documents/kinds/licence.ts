import type { DocumentKind } from './kind.js';

/** An e-licence under its seal: what the province issued, word for word. Its diagram asks for it. */
export const licence: DocumentKind = {
  code: 'licence',
  name: '电子证照',
  nameInEnglish: 'Electronic licence',
  draftedBy: () => false,
  word: null,
  approval: false,
  fields: {},
  required: [],
  editable: [],
  delivered: true,
  template: '# {{item}}',
  facts: () => ({}),
};
