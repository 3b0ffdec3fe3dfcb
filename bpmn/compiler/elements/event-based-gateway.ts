/** A gateway behind which the first event decides. */
import type { ElementCompiler } from '../context.js';
import { flag } from '../moddle.js';

export const eventBasedGateway: ElementCompiler = (node, place) => {
  const parallel = node.get('eventGatewayType') === 'Parallel';
  return {
    type: 'eventBasedGateway',
    ...place,
    ...(flag(node, 'instantiate') && {
      instantiate: parallel ? ('parallel' as const) : ('exclusive' as const),
    }),
  };
};
