/** What other engines say about who does a task, by when and with which form, in our words. */

/** The first group of a list that is written out; it is read as a role. */
export function firstGroup(groups: string | undefined): string | undefined {
  return listed(groups).find((group) => /^[A-Za-z][\w-]*$/.test(group));
}

/** Names separated by commas, or a FEEL list of texts; expressions stay what they are. */
export function listed(names: string | undefined): string[] {
  const list = /^=\s*\[([^]*)\]\s*$/.exec(names ?? '')?.[1];
  return (list ?? names ?? '')
    .split(',')
    .map((name) => name.trim().replace(/^"([^"]*)"$/, '$1'))
    .filter((name) => name !== '');
}

/** Keys of our forms are names; paths and addresses of other engines' forms mean nothing here. */
export const formKey = (key: string | undefined): string | undefined =>
  key !== undefined && /^[\w-]+$/.test(key) ? key : undefined;

/** A due date that is a length from the beginning of the task, which is what our limits are. */
export function lengthIn(dueDate: string | undefined): string | undefined {
  const text = dueDate?.replace(/\s+/g, '') ?? '';
  const iso = /^(?:=now\(\)\+duration\(")?(P\d[\dA-Z]*|PT[\dA-Z]+)(?:"\))?$/.exec(text)?.[1];
  const days = /^[$#]\{dateTime\(\)\.plus(Days|Weeks|Hours)\((\d+)\)(?:\.toDate\(\))?\}$/.exec(
    text,
  );
  if (!days) return iso;
  const [, unit = '', count = ''] = days;
  return unit === 'Hours' ? `PT${count}H` : `P${count}${unit.charAt(0)}`;
}
