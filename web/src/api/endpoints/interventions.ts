/** Beside the diagram: migration and modification. */
import { client, done, take } from '../client.js';
import type { MigrationPlan, NewMigration, NewModification } from '../model.js';
import { byId, byNumber, keyed } from './parameters.js';

export const interventions = {
  places: (number: string) => take(client.GET('/api/cases/{number}/places', byNumber(number))),
  modify: (number: string, body: NewModification, key: string) =>
    done(client.POST('/api/cases/{number}/modification', { ...keyed({ number }, key), body })),
  askToModify: (number: string, body: NewModification, key: string) =>
    take(
      client.POST('/api/cases/{number}/modification/confirmation', {
        ...keyed({ number }, key),
        body,
      }),
    ),
  previewMigration: (id: string, body: MigrationPlan) =>
    take(client.POST('/api/processes/{id}/migration-preview', { ...byId(id), body })),
  migrate: (id: string, body: NewMigration, key: string) =>
    take(client.POST('/api/processes/{id}/migrations', { ...keyed({ id }, key), body })),
  migration: (id: string) => take(client.GET('/api/process-migrations/{id}', byId(id))),
};
