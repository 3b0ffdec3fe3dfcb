import { createLogger } from './logger.js';
import { SpanKind, spanning, startTracing, traceId, traceparent } from './trace.js';

describe('the log', () => {
  it('is JSON whose lines say the trace and the person, with nothing personal in any member', () => {
    startTracing('test', {});
    const lines: string[] = [];
    const logger = createLogger('api', { write: (line) => void lines.push(line) });
    const parent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
    const caller = { person: 'p-1' };
    spanning('GET', { kind: SpanKind.SERVER, parent, caller }, () => {
      logger.info(
        { form: { phone: '13800001234' }, error: new Error('210381199001011234') },
        'read',
      );
      expect(traceId()).toBe('ab'.repeat(16));
      expect(traceparent()).toMatch(new RegExp(`^00-(ab){16}-[0-9a-f]{16}-0[01]$`));
    });
    logger.info('alone');
    const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toMatchObject({
      name: 'api',
      msg: 'read',
      trace: 'ab'.repeat(16),
      person: 'p-1',
      form: { phone: '138****1234' },
    });
    expect(lines.join()).not.toMatch(/13800001234|210381199001011234/);
    expect(second).not.toHaveProperty('trace');
  });
});
