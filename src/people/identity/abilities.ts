/**
 * What a person may do at all, by the role of the chosen post. Whose cases and tasks they may see is
 * decided inside the SQL of each query, not here.
 */
import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { PostRole } from './roles.js';
import type { Session } from './session.js';

export type Action = 'read' | 'use' | 'manage';
export type Subject =
  | 'Application'
  | 'Task'
  | 'Case'
  | 'Process'
  | 'Item'
  | 'Decision'
  | 'Form'
  | 'Supervision'
  | 'Incident'
  | 'Variables'
  | 'Benefit'
  | 'Message'
  | 'Notification'
  | 'Audit'
  | 'Clock'
  | 'OlderCases'
  | 'Document'
  | 'Archive'
  | 'Operations'
  | 'Session'
  | 'Register';
export type Ability = MongoAbility<[Action, Subject]>;

/** A post's role → what it adds to what every post may. */
const BY_ROLE: Partial<Record<PostRole, [Action, Subject][]>> = {
  admin: [
    ['manage', 'Process'],
    ['manage', 'Item'],
    ['manage', 'Decision'],
    ['manage', 'Form'],
    ['manage', 'Supervision'],
    ['manage', 'Incident'],
    // To change what a case knows is a right of its own: nobody has it by mending incidents.
    ['use', 'Variables'],
    ['manage', 'Benefit'],
    ['manage', 'Message'],
    ['manage', 'Notification'],
    ['manage', 'Case'],
    ['manage', 'Clock'],
    ['manage', 'OlderCases'],
    ['manage', 'Document'],
    ['manage', 'Archive'],
    ['read', 'Operations'],
    ['manage', 'Session'],
    ['manage', 'Register'],
  ],
  // Keeps the bodies, people and powers of the county, and nothing else (see `administration/scope`).
  'county-admin': [['manage', 'Register']],
  supervisor: [
    ['read', 'Process'],
    ['read', 'Item'],
    ['read', 'Decision'],
    ['read', 'Form'],
    ['read', 'Supervision'],
    ['use', 'Supervision'],
    ['read', 'Incident'],
    ['read', 'Case'],
    ['read', 'Clock'],
  ],
  // 三员分立: who audits runs and handles nothing.
  auditor: [['read', 'Audit']],
  // Who writes a guide, who looks it through, and who keeps the catalogue: each a post of its own.
  'catalogue-keeper': [['manage', 'Item']],
  'item-author': [
    ['read', 'Item'],
    ['use', 'Item'],
  ],
  'item-reviewer': [['read', 'Item']],
  'legality-reviewer': [['read', 'Item']],
  cashier: [['use', 'Benefit']],
  // Who may speak to cases by messages: a right of its own, for no handler has it by being near.
  'message-desk': [['use', 'Message']],
  'agent-desk': [['use', 'Benefit']],
  archivist: [['manage', 'Archive']],
};

/** Every post but the auditor's handles tasks, and mends the incidents of its own department's cases. */
const EVERY_POST: [Action, Subject][] = [
  ['use', 'Task'],
  ['read', 'Incident'],
  ['use', 'Incident'],
  ['read', 'Document'],
];

export function abilityOf(session: Session): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  can('use', 'Application');
  if (session.post) {
    const { role } = session.post;
    const usual = role === 'auditor' ? [] : EVERY_POST;
    for (const [action, subject] of [...usual, ...(BY_ROLE[role as PostRole] ?? [])])
      can(action, subject);
  }
  return build();
}
