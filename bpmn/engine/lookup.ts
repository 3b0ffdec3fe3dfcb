/**
 * Finds what lives in a case by where it lives or what it waits for, without looking at everything: a
 * move costs the same however many are alive. One for each step; each index is made when it is first
 * asked for and kept up to date from then on.
 */
import type { Instance, State, StoredIncident, Trigger } from './state.js';

type Index = Map<string, Set<string>>;

export class Lookup {
  private children: Index | undefined;
  private incidents: Index | undefined;
  /** Who has waited for a signal; may still name some who do so no longer. */
  private signals: Index | undefined;
  /** Where work waits behind incidents. */
  private held: Set<string> | undefined;
  /** By scope and join, the first flow on which no token waited when it was last looked at. */
  readonly emptyFlows = new Map<string, number>();

  constructor(private readonly state: State) {}

  /** Ids of what lives directly in an instance, the oldest first. */
  childrenOf(id: string): Iterable<string> {
    this.children ??= indexed(Object.values(this.state.instances), ({ parent }) => [parent]);
    return this.children.get(id) ?? [];
  }

  /** Incidents whose retry is at this instance, the oldest first. */
  incidentsAt(id: string): StoredIncident[] {
    this.incidents ??= indexed(Object.values(this.state.incidents), ({ retry }) => [retry.in]);
    const found = this.incidents.get(id) ?? [];
    return [...found].flatMap((incident) => this.state.incidents[incident] ?? []);
  }

  /** Ids of those who wait for a signal of this name, who has lived longest first. */
  awaiting(signal: string): string[] {
    this.signals ??= indexed(Object.values(this.state.instances), ({ triggers }) =>
      triggers.flatMap(signalOf),
    );
    const known = this.signals.get(signal) ?? new Set();
    for (const id of known) {
      const waits = this.state.instances[id]?.triggers.some((one) => isSignal(one, signal));
      if (!waits) known.delete(id);
    }
    return [...known].sort(byAge);
  }

  /** Whether work in this place may wait behind an incident. */
  holdsWork(place: string): boolean {
    this.held ??= new Set(Object.values(this.state.incidents).flatMap(heldPlaces));
    return this.held.has(place);
  }

  born({ id, parent }: Instance): void {
    if (this.children) put(this.children, parent, id);
  }

  gone({ id, parent }: Instance): void {
    this.children?.get(parent)?.delete(id);
    this.children?.delete(id);
  }

  armed(owner: Instance, trigger: Trigger): void {
    if (this.signals) for (const name of signalOf(trigger)) put(this.signals, name, owner.id);
  }

  raised(incident: StoredIncident): void {
    if (this.incidents) put(this.incidents, incident.retry.in, incident.id);
    for (const place of this.held ? heldPlaces(incident) : []) this.held?.add(place);
  }

  resolved({ id, retry }: StoredIncident): void {
    this.incidents?.get(retry.in)?.delete(id);
  }
}

const heldPlaces = ({ rest = [] }: StoredIncident): string[] => rest.map((work) => work.in);

/** Ids are numbers that grow. */
export const byAge = (a: string, b: string): number => Number(a) - Number(b);

export const isSignal = (trigger: Trigger, name: string): boolean =>
  trigger.type === 'signal' && trigger.name === name;

const signalOf = (trigger: Trigger): string[] => (trigger.type === 'signal' ? [trigger.name] : []);

function indexed<T extends { id: string }>(all: T[], keys: (one: T) => string[]): Index {
  const index: Index = new Map();
  for (const one of all) for (const key of keys(one)) put(index, key, one.id);
  return index;
}

function put(index: Index, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}
