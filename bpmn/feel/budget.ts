/** What an evaluation may still spend. */
import { EDITION, type Edition } from './edition.js';
import { LIMITS, type Limits, type Prices } from './limits.js';

const WORDS: Readonly<Record<keyof Limits, string>> = {
  operations: '运算次数',
  elements: '列表元素数',
  text: '文本长度',
  depth: '嵌套层数',
  result: '结果的文本长度',
};

const UNBOUNDED: Limits = {
  operations: Infinity,
  elements: Infinity,
  text: Infinity,
  depth: Infinity,
  result: Infinity,
};

/** Thrown inside an evaluation that spends more than its budget. */
export class TooCostly extends Error {
  override name = 'TooCostly';
  readonly code = 'expression-too-costly';

  constructor(
    readonly what: keyof Limits,
    most: number,
  ) {
    super(
      `表达式的${WORDS[what]}超过上限 ${most}，已停止求值。请缩小循环的范围、列表或文本，或把计算拆到多个环节`,
    );
  }
}

/**
 * Counts down. One budget may be shared by several evaluations, such as all of one step of a
 * process: `spent` then gives what they cost together. All of it goes by one edition.
 */
export class Budget {
  private readonly left: Limits;
  private readonly most: Readonly<Limits>;
  private readonly patterns = new Set<string>();

  constructor(
    limits: Readonly<Partial<Limits>> = {},
    readonly edition: Edition = EDITION,
  ) {
    this.most = { ...LIMITS, ...limits };
    this.left = { ...this.most };
  }

  /** What has been spent so far; of `depth` how deep it stands now. */
  get spent(): Limits {
    const of = (what: keyof Limits) => this.most[what] - this.left[what];
    return {
      operations: of('operations'),
      elements: of('elements'),
      text: of('text'),
      depth: of('depth'),
      result: of('result'),
    };
  }

  /** @throws TooCostly */
  operations(count = 1): void {
    if ((this.left.operations -= count) < 0) this.exhausted('operations');
  }

  /** Operations that take longer than others, by their price. @throws TooCostly */
  pay(what: keyof Prices, times = 1): void {
    this.operations(this.edition.prices[what] * times);
  }

  /** What counts for work of a price: this one, or one without end where that work costs nothing. */
  where(what: keyof Prices): Budget {
    return this.edition.prices[what] > 0 ? this : new Budget(UNBOUNDED, this.edition);
  }

  /** A pattern is made ready once, and paid for then. @throws TooCostly */
  pattern(key: string, price: number): void {
    if (this.patterns.has(key)) return;
    this.patterns.add(key);
    this.pay('pattern', price);
  }

  /** Characters of the value that leaves. @throws TooCostly */
  result(length: number): void {
    if ((this.left.result -= length * this.edition.prices.result) < 0) this.exhausted('result');
  }

  /** How much deeper it may go. */
  get level(): number {
    return this.left.depth;
  }

  set level(left: number) {
    this.left.depth = left;
  }

  /** Elements of a list that is made; each is an operation, too. @throws TooCostly */
  elements(count: number): void {
    if ((this.left.elements -= count) < 0) this.exhausted('elements');
    this.operations(count);
  }

  /** Characters of a text that is made, or looked through. @throws TooCostly */
  text(length: number): void {
    if ((this.left.text -= length) < 0) this.exhausted('text');
    this.operations(1 + (length >> 4));
  }

  /** Goes deeper by this many levels; `leave` comes back. @throws TooCostly */
  enter(levels: number): void {
    if ((this.left.depth -= levels) < 0) {
      this.left.depth += levels;
      this.exhausted('depth');
    }
  }

  leave(levels: number): void {
    this.left.depth += levels;
  }

  private exhausted(what: keyof Limits): never {
    throw new TooCostly(what, this.most[what]);
  }
}
