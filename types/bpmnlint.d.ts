/** bpmnlint 11 is CommonJS without types for its inner modules, which are loaded one by one. */
declare module 'bpmnlint/lib/linter.js' {
  export interface LintReport {
    id?: string;
    message: string;
    category: 'warn' | 'error' | 'info' | 'rule-error';
  }
  export default class Linter {
    constructor(options: { config?: unknown; resolver: unknown });
    lint(definitions: unknown): Promise<Record<string, LintReport[]>>;
  }
}
declare module 'bpmnlint/lib/resolver/static-resolver.js' {
  export default class StaticResolver {
    constructor(cache: Record<string, unknown>);
  }
}
declare module 'bpmnlint/config/recommended.js' {
  const config: { rules: Record<string, string> };
  export default config;
}
declare module 'bpmnlint/rules/*' {
  const rule: (options?: unknown) => unknown;
  export default rule;
}
