/** A range of comparable values; an end that is `undefined` does not bound it. */
export class FeelRange {
  constructor(
    readonly start: unknown,
    readonly end: unknown,
    readonly startIncluded: boolean,
    readonly endIncluded: boolean,
    /** Of `(= 5)` and `(!= 5)`, whose ends are both 5. */
    readonly operator?: '=' | '!=',
  ) {}
}
