/** A gateway that says itself when enough tokens have come. */
import type { ElementCompiler } from '../context.js';
import { child } from '../moddle.js';

export const complexGateway: ElementCompiler = (node, place, compiling) => {
  const activation = compiling.expressions.node(child(node, 'activationCondition'), place.id);
  if (!activation && place.incoming.length > 1)
    compiling.findings.error(
      'activation-missing',
      place.id,
      '复杂网关汇聚多条路径时须写明激活条件（activationCondition，例如 activationCount >= 2），请补上。',
    );
  const defaultFlow = child(node, 'default')?.id;
  return {
    type: 'complexGateway',
    ...place,
    ...(defaultFlow && { default: defaultFlow }),
    ...(activation && { activation }),
  };
};
