/** Diagrams, their versions, what starts them and who does foreign work. */
import { client, take } from '../client.js';
import type { NewAdapterBinding, TimerStartSetting } from '../model.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';
import { byId, dropped } from './parameters.js';

export const processes = {
  processes: () => take(client.GET('/api/processes')),
  processVersions: (id: string) => take(client.GET('/api/processes/{id}/versions', byId(id))),
  processXml: (id: string, version: number) =>
    take(
      client.GET('/api/processes/{id}/versions/{version}/xml', {
        params: { path: { id, version } },
      }),
    ),
  saveProcess: (
    id: string,
    { xml, name, madeFrom }: { xml: string; name: string; madeFrom: MadeFrom },
  ) =>
    take(
      client.PUT('/api/processes/{id}/draft', { ...byId(id), body: { xml, name, ...madeFrom } }),
    ),
  dropProcessDraft: (id: string, revision: string) =>
    take(client.DELETE('/api/processes/{id}/draft', dropped({ path: { id } }, revision))),
  publishProcess: (id: string, body: Reviewed & { note: string }) =>
    take(client.POST('/api/processes/{id}/draft/publication', { ...byId(id), body })),
  retireProcess: (id: string) => take(client.POST('/api/processes/{id}/retirement', byId(id))),
  deleteProcess: (id: string) => take(client.DELETE('/api/processes/{id}', byId(id))),
  lint: (xml: string) => take(client.POST('/api/processes/lint', { body: { xml } })),
  rehearseProcess: (xml: string, process: string) =>
    take(client.POST('/api/processes/rehearsal', { body: { xml, process } })),
  importProcess: (xml: string) => take(client.POST('/api/processes/import', { body: { xml } })),
  timerStarts: () => take(client.GET('/api/timer-starts')),
  setTimerStart: (process: string, element: string, body: TimerStartSetting) =>
    take(
      client.PUT('/api/timer-starts/{process}/{element}', {
        params: { path: { process, element } },
        body,
      }),
    ),
  adapterBindings: () => take(client.GET('/api/adapter-bindings')),
  addAdapterBinding: (body: NewAdapterBinding) =>
    take(client.POST('/api/adapter-bindings', { body })),
  changeAdapterBinding: (id: number, adapter: NewAdapterBinding['adapter']) =>
    take(client.PUT('/api/adapter-bindings/{id}', { params: { path: { id } }, body: { adapter } })),
  removeAdapterBinding: (id: number) =>
    take(client.DELETE('/api/adapter-bindings/{id}', { params: { path: { id } } })),
};
