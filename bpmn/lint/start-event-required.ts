import bpmnlintRule from 'bpmnlint/rules/start-event-required.js';

interface Node {
  flowElements?: { get(name: string): unknown }[];
}
interface Checker {
  check(node: Node, reporter: unknown): void;
}

/** bpmnlint's rule, but for processes that begin with a receive task or an event-based gateway. */
export function startEventRequired(): Checker {
  const rule = (bpmnlintRule as () => Checker)();
  const instantiates = ({ flowElements = [] }: Node): boolean =>
    flowElements.some((element) => element.get('instantiate') === true);
  return {
    ...rule,
    check: (node, reporter) => (instantiates(node) ? undefined : rule.check(node, reporter)),
  };
}
