/**
 * What supervision does by itself, again and again: counts fees again, folds what was finished into the
 * roll-up, looks whether rules earn a card, lets cards and orders that nobody answered climb.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countFeesAgain } from '../money/index.js';
import { Recurring, type Round } from '../platform/recurring/index.js';
import { applyRule, climbLadder, dropMootProposals } from './cards/issuing.js';
import { rulesOfToday } from './cards/rules.js';
import { Orders } from './orders/orders.js';

@Injectable()
export class SupervisionRounds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: Orders,
  ) {}

  /** Each of these goes on when another fails; so does each rule. */
  @Recurring({ name: 'supervision-round', every: 30_000, oneProcess: true })
  async once(round: Round): Promise<void> {
    const { dataSource } = this;
    const rules = await rulesOfToday(dataSource.manager);
    const steps: [string, () => Promise<unknown>][] = [
      ['fees', () => countFeesAgain(dataSource.manager)],
      ['fold', () => dataSource.query(`SELECT supervision_fold()`)],
      ...rules.map((rule): [string, () => Promise<unknown>] => [
        `rule ${rule.id}`,
        () => applyRule(dataSource, rule),
      ]),
      ['moot proposals', () => dropMootProposals(dataSource)],
      ['ladder', () => climbLadder(dataSource)],
      ['late orders', () => this.orders.escalateLate()],
    ];
    for (const [name, step] of steps) {
      if (round.signal.aborted) return;
      await round.item(name, step);
    }
  }
}
