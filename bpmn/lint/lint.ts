/** All that is to be said about a diagram before it is published. */
import Linter from 'bpmnlint/lib/linter.js';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver.js';
import recommended from 'bpmnlint/config/recommended.js';
import { examine, Findings, foreseen, type Finding } from '../compiler/index.js';
import type { ProcessModel } from '../model/process.js';
import { connectFlows } from './connect.js';
import { advice, recommendedRules } from './recommended.js';
import { declaredIn } from './declared.js';
import { scopesOf, type File, type Rule } from './rule.js';
import { rules } from './rules/index.js';

/**
 * bpmnlint's recommended rules, but: the inclusive gateway is carried out right here, symbols that
 * are not carried out are already refused, and what only concerns looks does not keep from publishing.
 */
const severities: Readonly<Record<string, 'off' | 'warn'>> = {
  'no-inclusive-gateway': 'off',
  'no-complex-gateway': 'off',
  'no-bpmndi': 'warn',
  'label-required': 'warn',
  'no-gateway-join-fork': 'warn',
  'no-implicit-split': 'warn',
  'no-implicit-start': 'warn',
  'no-implicit-end': 'warn',
  'no-overlapping-elements': 'warn',
};

/** A linter for one file only: bpmnlint's rules remember what they have seen. */
const newLinter = () =>
  new Linter({
    config: { rules: { ...recommended.rules, ...severities } },
    resolver: new StaticResolver(
      Object.fromEntries(
        Object.entries(recommendedRules).map(([name, rule]) => [`rule:bpmnlint/${name}`, rule]),
      ),
    ),
  });

/** Findings of the compiler, of our rules (when it compiles) and of bpmnlint. Never throws. */
export const lint = async (xml: string): Promise<Finding[]> => (await lintFile(xml)).findings;

/** A diagram as it was read, with all findings: nothing need be read twice. */
export async function lintFile(xml: string): ReturnType<typeof examine> {
  const examined = await examine(xml);
  const { definitions, models, findings } = examined;
  const more = new Findings();
  const found = await foreseen(more, async () => {
    if (!definitions) return [];
    connectFlows(definitions);
    const around: File = { models, declared: declaredIn(definitions) };
    const own = models.flatMap((model) => rules.flatMap((rule) => applyRule(rule, model, around)));
    return [...own, ...(await applyBpmnlint(definitions))];
  });
  return { ...examined, findings: [...findings, ...(found ?? []), ...more.all] };
}

function applyRule(rule: Rule, model: ProcessModel, around: File): Finding[] {
  const found: Finding[] = [];
  for (const scope of scopesOf(model.body))
    rule.check(
      scope,
      (element, message) =>
        found.push({ severity: rule.severity, rule: rule.name, element, message }),
      model,
      around,
    );
  return found;
}

async function applyBpmnlint(definitions: unknown): Promise<Finding[]> {
  const reports = await newLinter().lint(definitions);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(({ id, message, category }): Finding => ({
      severity: category === 'error' || category === 'rule-error' ? 'error' : 'warning',
      // a rule of bpmnlint that threw
      rule: category === 'rule-error' ? 'file-unforeseen' : rule,
      ...(id !== undefined && { element: id }),
      message: advice[rule] ?? message,
    })),
  );
}
