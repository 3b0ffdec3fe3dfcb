/** Sums by month of what is finished, and how changes reach them. */
/** Sums of the roll-up of finished cases; every one is a whole number over `finished_case`. */
export const CASE_SUMS = [
  'accepted',
  'refused_acceptance',
  'granted',
  'refused',
  'deemed',
  'first_time',
  'returned',
  'extended',
  'late_entry',
  'statutory',
  'statutory_kept',
  'promised',
  'promised_kept',
  'measured',
  'statutory_days',
  'promised_days',
  'actual_days',
];
export const STEP_SUMS = ['late', 'limited', 'seconds'];

export const list = (columns: string[]) => columns.join(', ');
/** `int`, for sums of them are fast; only seconds need more. */
const typed = (columns: string[]) =>
  columns.map((c) => `${c} ${c === 'seconds' ? 'bigint' : 'int'} NOT NULL`).join(', ');
const signed = (columns: string[], row: string, sign: string) =>
  columns.map((c) => `${sign}${row}.${c}`).join(', ');
export const summed = (columns: string[]) => columns.map((c) => `sum(${c})`).join(', ');
const added = (columns: string[], table: string) =>
  columns.map((c) => `${c} = ${table}.${c} + excluded.${c}`).join(', ');

/** The delta of a row that came, went or changed, for the roll-up beside it. */
const deltas = (name: string, keys: string[], sums: string[]) => `
  CREATE FUNCTION ${name}_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      INSERT INTO ${name}_delta (month, ${list([...keys, 'n', ...sums])})
      SELECT date_trunc('month', OLD.day)::date, ${signed(keys, 'OLD', '')}, -1,
             ${signed(sums, 'OLD', '-')};
    END IF;
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO ${name}_delta (month, ${list([...keys, 'n', ...sums])})
      SELECT date_trunc('month', NEW.day)::date, ${signed(keys, 'NEW', '')}, 1,
             ${signed(sums, 'NEW', '')};
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER ${name}_changed AFTER INSERT OR UPDATE OR DELETE ON finished_${name}
    FOR EACH ROW EXECUTE FUNCTION ${name}_changed();`;

export const rollUp = (name: string, keys: string[], sums: string[]) => `
  CREATE TABLE ${name}_month (
    month date NOT NULL, ${keys.map((key) => `${key} text NOT NULL`).join(', ')},
    n int NOT NULL, ${typed(sums)}, PRIMARY KEY (month, ${list(keys)}));
  CREATE TABLE ${name}_delta (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month date NOT NULL, ${keys.map((key) => `${key} text NOT NULL`).join(', ')},
    n int NOT NULL, ${typed(sums)});
  ${deltas(name, keys, sums)}`;

export const fold = (name: string, keys: string[], sums: string[]) => `
  WITH taken AS (DELETE FROM ${name}_delta RETURNING *)
  INSERT INTO ${name}_month (month, ${list([...keys, 'n', ...sums])})
  SELECT month, ${list(keys)}, sum(n), ${summed(sums)} FROM taken
  GROUP BY month, ${list(keys)} ORDER BY month, ${list(keys)}
  ON CONFLICT (month, ${list(keys)}) DO UPDATE
    SET n = ${name}_month.n + excluded.n, ${added(sums, `${name}_month`)};`;

export const CASE_KEYS = ['department', 'item'];
export const STEP_KEYS = ['department', 'item', 'process', 'element', 'name'];
