/** All test files of the project. */
export function testFiles(): string[];

/**
 * Builds them for this process and those it starts, until it ends.
 * @throws Error when one cannot be compiled
 */
export function buildTests(files: readonly string[]): Promise<void>;
