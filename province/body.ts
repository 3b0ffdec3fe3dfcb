import { Problem } from './problems.js';

/** Reads members of a request's JSON body; what is missing or of another type is a 400 that names it. */
export class Body {
  private readonly members: Record<string, unknown>;

  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new Problem(400, 'malformed-request', '请求体应为 JSON 对象。');
    }
    this.members = body as Record<string, unknown>;
  }

  text(name: string): string {
    const value = this.members[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw new Problem(400, 'missing-member', `缺少 ${name}，或不是文字。`);
  }

  optionalText(name: string): string | undefined {
    return this.members[name] === undefined || this.members[name] === null
      ? undefined
      : this.text(name);
  }

  integer(name: string): number {
    const value = this.members[name];
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw new Problem(400, 'missing-member', `缺少 ${name}，或不是整数。`);
  }

  optionalInteger(name: string): number | undefined {
    return this.members[name] === undefined || this.members[name] === null
      ? undefined
      : this.integer(name);
  }

  object(name: string): Body {
    return new Body(this.members[name]);
  }

  list(name: string): Body[] {
    const value = this.members[name];
    if (Array.isArray(value)) return value.map((each) => new Body(each));
    throw new Problem(400, 'missing-member', `缺少 ${name}，或不是列表。`);
  }

  /** The members as they came, for what is only passed on. */
  raw(name: string): unknown {
    return this.members[name];
  }
}
