/** The sentence for what was thrown: `[code] what is wrong and what to do`. */
export function sentenceOf(error: unknown): string;

/** Arguments in which a number below zero is the value of the option before it, as it is meant. */
export function withNegativeValues(args: readonly string[]): string[];
