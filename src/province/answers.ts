import { ProvinceUnavailable } from './gateway.js';

/**
 * Reads an answer of the province member by member. What is not as agreed counts as the province
 * being broken: nothing half understood is stored.
 */
export class ProvinceAnswer {
  private readonly members: Record<string, unknown>;

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null) throw unexpected('应答');
    this.members = value as Record<string, unknown>;
  }

  text(name: string): string {
    const value = this.members[name];
    if (typeof value === 'string') return value;
    throw unexpected(name);
  }

  optionalText(name: string): string | null {
    return this.members[name] === null || this.members[name] === undefined ? null : this.text(name);
  }

  integer(name: string): number {
    const value = this.members[name];
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw unexpected(name);
  }

  boolean(name: string): boolean {
    const value = this.members[name];
    if (typeof value === 'boolean') return value;
    throw unexpected(name);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const value = allowed.find((each) => each === this.members[name]);
    if (value !== undefined) return value;
    throw unexpected(name);
  }

  object(name: string): ProvinceAnswer {
    return new ProvinceAnswer(this.members[name]);
  }

  list(name: string): ProvinceAnswer[] {
    const value = this.members[name];
    if (Array.isArray(value)) return value.map((each) => new ProvinceAnswer(each));
    throw unexpected(name);
  }

  /** All members, for records whose shape is the data set's own. */
  all(): Record<string, unknown> {
    return this.members;
  }
}

function unexpected(name: string): ProvinceUnavailable {
  return new ProvinceUnavailable(`省平台的应答与约定不符：${name}`);
}
