/** Tests that stand in the file that is drawn. */
export interface KeptTest {
  name: string;
  script: string;
}

export interface KeptTests {
  all: () => KeptTest[];
  /** In place of one that has the name already. */
  keep: (test: KeptTest) => void;
  drop: (name: string) => void;
}

export function withTest(tests: readonly KeptTest[], test: KeptTest): KeptTest[] {
  const at = tests.findIndex(({ name }) => name === test.name);
  return at < 0 ? [...tests, test] : tests.with(at, test);
}
