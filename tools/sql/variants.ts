/**
 * Trying every way a piece of code may go. What is not known before the program runs (a flag, which
 * filter is asked for) is a choice; the same question is answered alike throughout one variant.
 */

/** Answers a question by one of its `options`. */
export type Choose = <T>(question: string, options: readonly T[]) => T;

/** With more questions than these allow, each answer is tried alone and beside all the others. */
const MOST_VARIANTS = 64;

/**
 * Runs `work` for every combination of answers to the questions it really asks. Where there are more
 * than 64, for each answer of each question twice: with the first answers of all others, and with
 * their last.
 */
export function everyVariant<Result>(work: (choose: Choose) => Result): Result[] {
  const results: Result[] = [];
  // The answers of the next variant, in the order of the questions: an index and how many there are.
  let path: { index: number; of: number }[] = [];
  while (results.length < MOST_VARIANTS) {
    let asked = 0;
    const choose = answering((_, of) => {
      const step = (path[asked] ??= { index: 0, of });
      asked += 1;
      return step.index;
    });
    results.push(work(choose));
    path = path.slice(0, asked);
    while (path.length > 0 && path.at(-1)!.index === path.at(-1)!.of - 1) path.pop();
    const last = path.at(-1);
    if (!last) return results;
    last.index += 1;
  }
  return [...oneByOne(work, () => 0), ...oneByOne(work, (of) => of - 1)];
}

/** Each answer of each question once, with the usual answers to all others. */
function oneByOne<Result>(
  work: (choose: Choose) => Result,
  usual: (of: number) => number,
): Result[] {
  const results: Result[] = [];
  const tried = new Set<string>();
  const waiting: { question?: string; index: number }[] = [{ index: 0 }];
  for (const variant of waiting) {
    const choose = answering((question, of) => {
      const index = usual(of);
      for (let other = 0; other < of; other++) {
        const name = `${question}#${other}`;
        if (other === index || tried.has(name)) continue;
        tried.add(name);
        waiting.push({ question, index: other });
      }
      // Beside other answers there may be fewer to choose from.
      return question === variant.question && variant.index < of ? variant.index : index;
    });
    results.push(work(choose));
  }
  return results;
}

function answering(indexOf: (question: string, of: number) => number): Choose {
  const answers = new Map<string, unknown>();
  return (question, options) => {
    if (!answers.has(question)) answers.set(question, options[indexOf(question, options.length)]);
    return answers.get(question) as (typeof options)[number];
  };
}
