/** What tells one draft of a matter from another: for whom it is, else whose name is in it, or the first words. */
import type { Draft } from '../api/model.js';

/** What a form's fields of names are called. */
const NAMED = /name$/i;
const WORDS = /\p{Script=Han}/u;

function about({ entry, onBehalf, form }: Draft): string | undefined {
  if (entry) return entry.applicantName;
  if (onBehalf) return onBehalf.name;
  const words = Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && WORDS.test(entry[1]),
  );
  return (words.find(([name]) => NAMED.test(name)) ?? words[0])?.[1];
}

/**
 * 开饭店“一件事”：海城市响堂街道晓梅饭店
 * @param say what the matter is called in the page's language
 */
export function draftName(draft: Draft, say: (name: string) => string): string {
  const words = about(draft);
  const name = say(draft.itemName);
  if (!words) return name;
  return `${name}${WORDS.test(name) ? '：' : ': '}${words}`;
}
