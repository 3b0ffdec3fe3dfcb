/** Which of our properties an element has, and how each is entered; codes are the glossary's. */

import type { ListName } from './lists.js';
import { ADAPTERS, CITY_LEVELS, ROLES } from '../../../bpmn/model/vocabulary.js';

export interface Field {
  name: string;
  kind: 'text' | 'area' | 'feel' | 'select' | 'check';
  /** Codes of a select; their names are in the locale under `<name>.<code>`. */
  options?: readonly string[];
  /** Chosen from what the city has. */
  list?: ListName;
  /** Where the property lies; default: the element itself as `onestop:<name>`. */
  at?: 'condition' | 'outcome' | 'script' | 'loop' | 'called';
}

const LINES = [
  'government',
  'service-centre',
  'market',
  'fire',
  'urban',
  'housing',
  'transport',
  'traffic-police',
  'civil',
  'hr',
  'natural-resources',
  'medical-insurance',
  'agriculture',
  'water',
  'ecology',
  'development',
  'health',
  'police',
  'tax',
  'justice',
  'business',
  'approval',
  'finance',
  'education',
  'emergency',
  'tobacco',
  'housing-fund',
  'culture',
];
const ACTS = [
  'apply',
  'pre-review',
  'resubmit',
  'collect',
  'accept',
  'correct',
  'inspect',
  'review',
  'decide',
  'hand-over',
  'evaluate',
  'archive',
  'entry-review',
  'entry-legality',
  'entry-publish',
  'entry-revise',
];

const assigned: Field[] = [
  { name: 'line', kind: 'select', options: LINES },
  { name: 'level', kind: 'select', options: [...CITY_LEVELS] },
  { name: 'role', kind: 'select', options: ROLES },
];
const adapted: Field[] = [
  { name: 'adapter', kind: 'select', options: ADAPTERS },
  { name: 'level', kind: 'select', options: ['province', ...CITY_LEVELS] },
  { name: 'input', kind: 'feel' },
];
const repeated: Field[] = [
  { name: 'collection', kind: 'feel', at: 'loop' },
  { name: 'elementVariable', kind: 'text', at: 'loop' },
  { name: 'outputCollection', kind: 'text', at: 'loop' },
  { name: 'outputElement', kind: 'feel', at: 'loop' },
];

const FIELDS: Record<string, Field[]> = {
  'bpmn:Lane': assigned,
  'bpmn:UserTask': [
    ...assigned,
    { name: 'act', kind: 'select', options: ACTS },
    { name: 'form', kind: 'select', list: 'form' },
    { name: 'outcomes', kind: 'area' },
    { name: 'limit', kind: 'text' },
  ],
  'bpmn:ServiceTask': adapted,
  'bpmn:SendTask': adapted,
  'bpmn:BusinessRuleTask': [
    { name: 'decision', kind: 'select', list: 'decision' },
    { name: 'resultVariable', kind: 'text' },
    ...adapted,
  ],
  'bpmn:CallActivity': [
    { name: 'calledElement', kind: 'select', list: 'process', at: 'called' },
    { name: 'separate', kind: 'check' },
    { name: 'item', kind: 'select', list: 'item' },
    { name: 'input', kind: 'feel' },
    { name: 'output', kind: 'area' },
  ],
  'bpmn:ScriptTask': [
    { name: 'script', kind: 'feel', at: 'script' },
    { name: 'resultVariable', kind: 'text' },
  ],
  'bpmn:SequenceFlow': [
    { name: 'outcome', kind: 'select', at: 'outcome' },
    { name: 'condition', kind: 'feel', at: 'condition' },
  ],
};

/** @param type such as `bpmn:UserTask`; `looped` when it is a multi-instance */
export function fieldsOf(type: string, looped: boolean): Field[] {
  return [...(FIELDS[type] ?? []), ...(looped ? repeated : [])];
}
