import { Faults } from './faults.js';

describe('switched faults', () => {
  it('strike paths that begin as they say, as often as they say', () => {
    const faults = new Faults();
    faults.set({ match: '/payments', mode: 'error', times: 2 });
    expect(faults.onRequest('/licenses')).toBeUndefined();
    expect(faults.onRequest('/payments/orders')?.mode).toBe('error');
    expect(faults.onRequest('/payments/orders/1')?.mode).toBe('error');
    expect(faults.onRequest('/payments/orders')).toBeUndefined();
    expect(faults.all()).toEqual([]);
  });

  it('of notices do not touch requests, nor the other way round', () => {
    const faults = new Faults();
    faults.set({ match: '/', mode: 'lost-notice' });
    expect(faults.onRequest('/payments/orders')).toBeUndefined();
    expect(faults.onNotice('/payments')?.mode).toBe('lost-notice');
    faults.clear();
    faults.set({ match: '/', mode: 'error' });
    expect(faults.onNotice('/payments')).toBeUndefined();
  });

  it('take the place of an earlier one of the same kind and are taken away one by one', () => {
    const faults = new Faults();
    faults.set({ match: '/seals', mode: 'delay', ms: 5 });
    faults.set({ match: '/seals', mode: 'delay', ms: 9 });
    faults.set({ match: '/seals', mode: 'error' });
    faults.set({ match: '/bank', mode: 'error' });
    expect(faults.all()).toHaveLength(3);
    faults.clear('/seals', 'delay');
    expect(faults.all().map(({ match }) => match)).toEqual(['/seals', '/bank']);
    faults.clear('/seals');
    expect(faults.all().map(({ match }) => match)).toEqual(['/bank']);
  });
});
