/** The name that was probably meant. */

const MOST_LENGTH = 60;

/** Signs to add, leave out or change to make one text of the other; two that change places count once. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

const signsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase());

/** A quick look before the long one: so many signs that the name has not are as many changes. */
function tooOther(signs: ReadonlySet<string>, other: string, least: number): boolean {
  let strange = 0;
  for (const sign of other.toLowerCase()) if (!signs.has(sign) && ++strange >= least) return true;
  return false;
}

/** Undefined where none is near: at most a third of the signs may differ, two at most. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.floor(name.length / 3)) + 1;
  if (name.length > MOST_LENGTH) return undefined;
  const signs = signsOf(name);
  for (const each of known) {
    if (Math.abs(each.length - name.length) >= least) continue;
    if (tooOther(signs, each, least)) continue;
    const far = distance(name.toLowerCase(), each.toLowerCase());
    if (far < least) [best, least] = [each, far];
  }
  return best;
}
