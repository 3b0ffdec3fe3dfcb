/** Every endpoint the pages use, by name; paths, bodies and answers are the OpenAPI file's. */
import { archives } from './endpoints/archives.js';
import { auditLog } from './endpoints/audit-log.js';
import { benefits } from './endpoints/benefits.js';
import { bringingOver } from './endpoints/bringing-over.js';
import { catalogue } from './endpoints/catalogue.js';
import { cases } from './endpoints/cases.js';
import { credit } from './endpoints/credit.js';
import { decisions } from './endpoints/decisions.js';
import { deliveries } from './endpoints/deliveries.js';
import { documents } from './endpoints/documents.js';
import { drafts } from './endpoints/drafts.js';
import { forms } from './endpoints/forms.js';
import { search } from './endpoints/search.js';
import { inspections } from './endpoints/inspections.js';
import { interventions } from './endpoints/interventions.js';
import { items } from './endpoints/items.js';
import { licences } from './endpoints/licences.js';
import { limits } from './endpoints/limits.js';
import { notifications } from './endpoints/notifications.js';
import { people } from './endpoints/people.js';
import { operations } from './endpoints/operations.js';
import { processes } from './endpoints/processes.js';
import { register } from './endpoints/register.js';
import { supervision } from './endpoints/supervision.js';
import { tasks } from './endpoints/tasks.js';
import { versions } from './endpoints/versions.js';
import { windows } from './endpoints/windows.js';

export const api = {
  ...people,
  ...notifications,
  ...items,
  ...catalogue,
  ...drafts,
  ...cases,
  ...tasks,
  ...processes,
  ...decisions,
  ...forms,
  ...search,
  ...benefits,
  ...interventions,
  ...operations,
  ...supervision,
  ...auditLog,
  ...limits,
  ...bringingOver,
  ...documents,
  ...inspections,
  ...archives,
  ...credit,
  ...versions,
  ...windows,
  ...deliveries,
  ...licences,
  ...register,
};
