/** What tells one draft of a matter from another: for whom it is, else the first words in it. */
import type { Draft } from '../api/model.js';

const WORDS = /\p{Script=Han}/u;

function about({ entry, form }: Draft): string | undefined {
  if (entry) return entry.applicantName;
  return Object.values(form).find(
    (value): value is string => typeof value === 'string' && WORDS.test(value),
  );
}

/** 开饭店“一件事”：海城市响堂街道晓梅饭店 */
export function draftName(draft: Draft): string {
  const words = about(draft);
  return words ? `${draft.itemName}：${words}` : draft.itemName;
}
