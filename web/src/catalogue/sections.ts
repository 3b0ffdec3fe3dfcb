/** Where what the other parts say is translated. */
export const ENGLISH = 'english';

/** The parts of a guide in the order in which it is written, and what each holds of an item. */
export const SECTIONS: readonly { key: string; fields: readonly string[] }[] = [
  {
    key: 'basics',
    fields: [
      ...[
        'name',
        'type',
        'kind',
        'caseKind',
        'level',
        'lead',
        'joint',
        'forwardsTo',
        'area',
        'regionLevel',
      ],
      ...['setBy', 'nationalCode', 'localCode', 'internal', 'exercise', 'verified', 'notes'],
    ],
  },
  { key: 'basis', fields: ['legalBasis'] },
  { key: 'conditions', fields: ['conditions'] },
  { key: 'materials', fields: ['materials'] },
  { key: 'limits', fields: ['limits', 'special', 'clock'] },
  {
    key: 'process',
    fields: ['processId', 'form', 'processVariables', 'personal', 'bulk', 'separateHands', 'ways'],
  },
  { key: 'situation', fields: ['situation', 'children'] },
  { key: 'fees', fields: ['fees'] },
  { key: 'result', fields: ['result', 'retention'] },
  { key: 'guide', fields: ['guide'] },
  { key: ENGLISH, fields: ['english'] },
];

/** The section in which a place of an item is written: `/limits/promised`. */
export const sectionOf = (place: string): string => {
  const [, field = ''] = place.split('/');
  return SECTIONS.find(({ fields }) => fields.includes(field))?.key ?? 'basics';
};
