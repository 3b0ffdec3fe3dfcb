/** What the city's catalogue, tables of places and calendar say, asked once for a whole file. */
import {
  resolveDepartment,
  publishedItem,
  type StoredItem,
  clockRulesOf,
} from '../../catalogue/index.js';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../../../workflows/clock/index.js';
import type { ClockRules, FrozenCalendar } from '../../../workflows/contracts/case.js';
import { frozenCalendar } from '../../calendar/index.js';
import { DomainError } from '../../platform/errors.js';
import { fileNamed } from './files.js';
import { publishedModel, type PublishedProcess } from '../../definitions/index.js';

export interface KnownItem extends StoredItem {
  process: PublishedProcess;
}

export class Knowledge {
  private readonly items = new Map<string, Promise<KnownItem | null>>();
  private readonly regions = new Map<string, Promise<boolean>>();
  private readonly leads = new Map<string, Promise<string | null>>();
  private readonly rules = new Map<string, Promise<ClockRules>>();
  private readonly calendars = new Map<string, Promise<FrozenCalendar>>();

  private readonly files = new Map<string, Promise<string | null>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly sourceSystem: string,
  ) {}

  /** Id of a file that was handed in beside the table; null = none of that name. */
  file(name: string): Promise<string | null> {
    return once(this.files, name, () => fileNamed(this.manager, this.sourceSystem, name));
  }

  /** null = not in the catalogue, or its process is not published. */
  item(code: string): Promise<KnownItem | null> {
    return once(this.items, code, async () => {
      try {
        const item = await publishedItem(this.manager, code);
        return { ...item, process: await publishedModel(this.manager, item.data.processId) };
      } catch (error) {
        if (error instanceof DomainError) return null;
        throw error;
      }
    });
  }

  hasRegion(code: string): Promise<boolean> {
    return once(this.regions, code, async () => {
      const rows = await this.manager.query<unknown[]>(`SELECT 1 FROM region WHERE code = $1`, [
        code,
      ]);
      return rows.length > 0;
    });
  }

  /** The department that leads the item there; null = none. */
  lead(item: KnownItem, region: string): Promise<string | null> {
    return once(this.leads, `${item.code}/${region}`, async () => {
      const query = { item: item.code, region, ...item.data.lead };
      return (await resolveDepartment(this.manager, query))?.id ?? null;
    });
  }

  /** The rules in force when the case was received. */
  rulesOf(item: KnownItem, receivedAt: number): Promise<ClockRules> {
    return once(this.rules, `${item.code}/${dateOf(receivedAt)}`, () =>
      clockRulesOf(this.manager, item.data, receivedAt),
    );
  }

  /** From the year of an instant on. */
  calendarFrom(at: number): Promise<FrozenCalendar> {
    return once(this.calendars, dateOf(at).slice(0, 4), () => frozenCalendar(this.manager, at));
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  return found;
}
