/** Points in time as the driver gives them, and as pages and packages have them. */

/** A row of `View` whose times are still the driver's. */
export type Dated<View, Times extends keyof View> = Omit<View, Times> & {
  [Time in Times]: null extends View[Time] ? Date | null : Date;
};

type Iso<Row> = {
  [Column in keyof Row]: Row[Column] extends Date
    ? string
    : Row[Column] extends Date | null
      ? string | null
      : Row[Column];
};

/** The row with its times as ISO 8601 text. */
export function isoDates<Row extends object>(row: Row): Iso<Row> {
  const columns = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(columns) as Iso<Row>;
}
