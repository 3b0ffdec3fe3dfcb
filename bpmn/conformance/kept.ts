/** The tests that stand in a diagram's file, and what differs, said of the element where it does. */
import type { Finding, KeptTest } from '../compiler/index.js';
import type { ProcessModel, Scope } from '../model/process.js';
import { checkedScript } from './checked.js';
import { runScript } from './run.js';
import type { ScriptHost } from './scripted-case.js';
import { ScriptUnusable, type Script, type Verdict } from './script.js';

/**
 * @param models the processes of the file, linked
 * @throws ScriptUnusable
 */
export async function runKept(
  models: readonly ProcessModel[],
  test: KeptTest,
  host?: ScriptHost,
): Promise<Verdict> {
  return runRead(models, test.process, scriptOf(test), host);
}

function scriptOf({ script }: KeptTest): Script {
  let read: unknown;
  try {
    read = JSON.parse(script);
  } catch {
    throw new ScriptUnusable('脚本不是有效的 JSON。');
  }
  return checkedScript(read);
}

function runRead(
  models: readonly ProcessModel[],
  process: string,
  script: Script,
  host?: ScriptHost,
): Promise<Verdict> {
  const model = models.find(({ id }) => id === process);
  if (!model) throw new ScriptUnusable(`文件里没有流程 ${process}。`);
  const pools = models.filter((one) => one !== model);
  return runScript(model, script, pools, host);
}

/** One finding for each test that does not hold: an error, for the test says what must be. */
export async function keptFindings(
  models: readonly ProcessModel[],
  tests: readonly KeptTest[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const test of tests) findings.push(...(await findingsOf(models, test)));
  return findings;
}

async function findingsOf(models: readonly ProcessModel[], test: KeptTest): Promise<Finding[]> {
  try {
    const script = scriptOf(test);
    const verdict = await runRead(models, test.process, script);
    if (verdict.ok) return [];
    const { element, said } = difference(script, verdict, namesIn(models));
    return [
      {
        severity: 'error',
        rule: 'test-differs',
        ...(element !== undefined && { element }),
        message: `测试“${test.name}”${placeOf(script, verdict.step)}${said}请改正流程，或在模拟中改存这个测试。`,
        text: test.name,
      },
    ];
  } catch (error) {
    if (!(error instanceof ScriptUnusable)) throw error;
    return [
      {
        severity: 'error',
        rule: 'test-unusable',
        message: `测试“${test.name}”无法运行：${error.message}请重新录制或删去这个测试。`,
        text: test.name,
      },
    ];
  }
}

/** Counted as a person counts: what is expected is part of the act before it. */
function placeOf({ steps }: Script, at: number | undefined): string {
  if (at === undefined) return '一开始就与预期不同：';
  const acts = steps.slice(0, at + 1).filter((step) => !('expect' in step)).length;
  return acts === 0 ? '一开始就与预期不同：' : `第 ${acts} 步之后与预期不同：`;
}

type Failed = Exclude<Verdict, { ok: true }>;

/** Where on the diagram, and in what words. */
function difference(
  script: Script,
  verdict: Failed,
  names: ReadonlyMap<string, string>,
): { element?: string; said: string } {
  if ('error' in verdict) return { element: actedOn(script, verdict.step), said: verdict.error };
  const expected = (verdict.expected ?? {}) as Record<string, unknown>;
  const actual = (verdict.actual ?? {}) as Record<string, unknown>;
  const called = (ids: readonly string[]) =>
    ids.map((id) => names.get(id) ?? id).join('、') || '无';
  const listed = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
  const now = listed(actual.tasks);
  if (typeof expected.task === 'string')
    return {
      element: expected.task,
      said: `应能办理 ${called([expected.task])}，实际等待的是 ${called(now)}。`,
    };
  if (expected.tasks) {
    const wanted = listed(expected.tasks);
    const [missing] = without(wanted, now);
    const [more] = without(now, wanted);
    return {
      element: missing ?? more,
      said: `应等待 ${called(wanted)}，实际等待 ${called(now)}。`,
    };
  }
  if (expected.ended !== undefined)
    return { said: expected.ended ? '应已结束，实际没有结束。' : '应未结束，实际已经结束。' };
  const [incident] = (actual.incidents ?? expected.incidents ?? []) as { element: string }[];
  return {
    element: incident?.element ?? Object.keys((expected.counts ?? {}) as object)[0],
    said: `应为 ${JSON.stringify(expected)}，实际为 ${JSON.stringify(actual)}。`,
  };
}

/** As multisets. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function actedOn({ steps }: Script, at = 0): string | undefined {
  const step = steps[at];
  if (!step) return undefined;
  if ('complete' in step) return step.complete;
  if ('fail' in step) return step.fail;
  return 'escalate' in step ? step.escalate : undefined;
}

function namesIn(models: readonly ProcessModel[]): Map<string, string> {
  const names = new Map<string, string>();
  const visit = ({ elements }: Scope): void => {
    for (const element of Object.values(elements)) {
      names.set(element.id, element.name ? `“${element.name}”` : element.id);
      if ('body' in element) visit(element.body);
    }
  };
  for (const model of models)
    for (const { body } of [model, ...Object.values(model.called)]) visit(body);
  return names;
}
