/** Calls of functions, and functions that expressions define. */
import { builtinNamed, callBuiltin } from '../functions/index.js';
import { depthOf } from '../syntax/depth.js';
import type { NodeOf } from '../syntax/ast.js';
import { FeelFunction } from '../values/function.js';
import { emptyContext, nameOfKind, type Value } from '../values/kinds.js';
import type { Arguments } from './arguments.js';
import { Frame } from './frame.js';
import { invoke } from './invoke.js';
import type { Compile, Run } from './run.js';
import { Bound } from './scope.js';
import { conforms } from './types.js';

/**
 * A variable that is no function does not hide FEEL's own function of that name: `count(items)`
 * counts where `count` is a number, too.
 */
export function compileCall(node: NodeOf<'call'>, compile: Compile): Run {
  const { called } = node;
  const given = 'named' in node ? node.named.map(({ value }) => value) : node.positional;
  const names = 'named' in node ? node.named.map(({ name }) => name) : undefined;
  const runs = given.map(compile);
  const argumentsIn = (frame: Frame): Arguments => ({
    values: runs.map((run) => run(frame) ?? null),
    ...(names && { names }),
  });
  if (called.kind === 'name') return callByName(called, argumentsIn, node);
  const target = compile(called);
  return (frame) => {
    frame.budget.operations();
    return call(target(frame), argumentsIn, node, frame);
  };
}

type ArgumentsIn = (frame: Frame) => Arguments;

function callByName(called: NodeOf<'name'>, argumentsIn: ArgumentsIn, node: NodeOf<'call'>): Run {
  const builtin = builtinNamed(called.name);
  return (frame) => {
    frame.budget.operations();
    const own = frame.scope.get(called.name);
    if (builtin && !(own instanceof FeelFunction)) {
      return callBuiltin(builtin, argumentsIn(frame), new Frame(frame.shared, frame.scope, node));
    }
    if (own === undefined) return frame.none(`没有函数“${called.name}”`, called);
    return call(own, argumentsIn, node, frame);
  };
}

function call(target: Value, argumentsIn: ArgumentsIn, node: NodeOf<'call'>, frame: Frame): Value {
  if (target instanceof FeelFunction) return invoke(target, argumentsIn(frame), node, frame);
  return frame.none(`${nameOfKind(target)}不是函数，不能调用`, node.called);
}

export function compileFunction(node: NodeOf<'function'>, compile: Compile): Run {
  const { parameters, body } = node;
  if (node.external) return (frame) => frame.none('外部函数（external）不能执行', node);
  const names = parameters.map(({ name }) => name);
  const inner = compile(body);
  const depth = depthOf(body) + 1;
  return (frame) => {
    frame.budget.operations();
    const run = (values: readonly Value[], caller: Frame): Value => {
      if (!fitting(parameters, values, caller)) return null;
      const own = emptyContext();
      names.forEach((name, at) => (own[name] = values[at] ?? null));
      return inner(caller.outOf(frame).within(new Bound(own, frame.scope)));
    };
    return new FeelFunction(names, run, depth);
  };
}

function fitting(
  parameters: NodeOf<'function'>['parameters'],
  values: readonly Value[],
  frame: Frame,
): boolean {
  const wrong = parameters.find(
    ({ type }, at) => type && conforms(values[at] ?? null, type, frame) !== true,
  );
  if (wrong) frame.none(`参数“${wrong.name}”的值不是所要的类型`);
  return !wrong;
}
