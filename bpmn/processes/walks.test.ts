import { readFile } from 'node:fs/promises';
import { compile, link } from '../compiler/index.js';
import type { Json, Variables } from '../engine/index.js';
import type { ProcessModel } from '../model/process.js';
import { Walk } from './walk.js';

async function modelOf(id: string): Promise<ProcessModel> {
  const xml = await readFile(new URL(`./${id}.bpmn`, import.meta.url), 'utf8');
  const { models } = await compile(xml);
  return models[0]!;
}

async function walk(id: string, variables: Variables = {}, results: Record<string, Json> = {}) {
  const embedded = await Promise.all(['fire-later-check', 'gaps'].map(modelOf));
  const model = link(await modelOf(id), (called) => embedded.find((one) => one.id === called));
  return new Walk(model, { form: {}, ...variables }, results);
}

const licence = { licence: { identifier: '1.2.156' } };

describe.each(['food-licence', 'small-catering'])('%s', (id) => {
  it('is granted after inspection and review, with licence and seal', async () => {
    const way = await walk(id, {}, licence);
    way.through('accept:accept', 'inspect:pass', 'review:agree', 'decide:grant');
    expect(way.ended).toBe(true);
    expect(way.completed).toEqual(expect.arrayContaining(['licence', 'seal', 'granted']));
  });

  it('asks for corrections once only: afterwards it is accepted or not', async () => {
    const way = await walk(id);
    way.through('accept:correct', 'correct:supplemented');
    expect(way.at.tasks[0]!.outcomes.map((outcome) => outcome.id)).toEqual(['accept', 'reject']);
    way.through('acceptAgain:reject');
    expect([way.ended, way.completed.at(-1)]).toEqual([true, 'rejectedAgain']);
  });

  it('is inspected again after every rectification', async () => {
    const way = await walk(id);
    way.through('accept:accept', 'inspect:rectify', 'rectify:rectified', 'inspect:rectify');
    way.through('rectify:rectified', 'inspect:pass');
    expect(way.tasks).toEqual(['review']);
  });

  const withGaps = { ways: { gaps: true, within: '10wd', missing: ['layout'] } };

  it('is reviewed ahead with gaps, and decided only when they are filled', async () => {
    const way = await walk(id, withGaps, licence);
    way.through('accept:accept-with-gaps');
    expect(way.tasks).toEqual(['fillGaps', 'inspect']);
    way.through('inspect:pass', 'review:agree');
    expect(way.tasks).toEqual(['fillGaps']);
    way.through('fillGaps:supplied', 'checkGaps:incomplete', 'fillGaps:supplied');
    way.through('checkGaps:complete', 'decide:grant');
    expect(way.ended).toBe(true);
  });

  it('goes back when the gaps are not filled in time, whatever the review is at', async () => {
    const way = await walk(id, withGaps);
    way.through('accept:accept-with-gaps', 'inspect:pass').fire('due');
    expect([way.ended, way.completed.includes('giveBack')]).toEqual([true, true]);
    expect(way.completed).toContain('returned');
    expect(way.completed).not.toContain('decide');
  });

  it('is refused by the approver, without a licence', async () => {
    const way = await walk(id);
    way.through('accept:accept', 'inspect:fail', 'review:disagree', 'decide:refuse');
    expect([way.ended, way.completed.includes('licence')]).toEqual([true, false]);
  });
});

describe('item-entry', () => {
  it('goes back from every step, begins anew, and is published by the keeper', async () => {
    const way = await walk('item-entry');
    way.through('review:return', 'revise:hand-in', 'review:agree', 'legality:return');
    way.through('revise:hand-in', 'review:agree', 'legality:agree', 'publish:return');
    way.through('revise:hand-in', 'review:agree', 'legality:agree', 'publish:publish');
    expect([way.ended, way.completed.slice(-2)]).toEqual([true, ['enter', 'inForce']]);
  });

  it('is taken back by its author', async () => {
    const way = await walk('item-entry');
    way.through('review:return', 'revise:withdraw');
    expect([way.ended, way.completed.includes('enter')]).toEqual([true, false]);
  });
});

describe('fire-check', () => {
  const promise = { form: { firePromise: true } };

  it('is decided at once under a promise; a single case is checked afterwards in itself', async () => {
    const way = await walk('fire-check', promise, licence);
    way.through('accept:accept', 'decideNow:grant');
    expect([way.ended, way.tasks]).toEqual([false, ['check']]);
    way.through('check:unfit', 'rectify:rectified', 'recheck:unfit', 'revoke:revoke');
    expect(way.completed).toEqual(expect.arrayContaining(['revokeLicence', 'noteCredit']));
    expect([way.ended, way.completed.includes('revoked')]).toEqual([true, true]);
  });

  it('leaves the check to the one-stop matter it belongs to', async () => {
    const way = await walk('fire-check', { ...promise, oneStop: true }, licence);
    way.through('accept:accept', 'decideNow:grant');
    expect(way.ended).toBe(true);
  });

  it('is inspected first without a promise, and may be refused', async () => {
    const way = await walk('fire-check', { form: { firePromise: false } });
    way.through('accept:correct', 'correct:supplemented', 'acceptAgain:accept');
    way.through('inspect:fail', 'decide:refuse');
    expect([way.ended, way.completed.includes('licence')]).toEqual([true, false]);
  });
});

describe('fire-later-check', () => {
  it('ends well when the promise was kept, mended or the permit is kept after all', async () => {
    expect((await walk('fire-later-check')).through('check:pass').ended).toBe(true);
    const mended = await walk('fire-later-check');
    expect(mended.through('check:unfit', 'rectify:rectified', 'recheck:pass').ended).toBe(true);
    const kept = await walk('fire-later-check');
    kept.through('check:unfit', 'rectify:rectified', 'recheck:unfit', 'revoke:keep');
    expect(kept.completed.at(-1)).toBe('kept');
  });
});

describe('licence-change', () => {
  it('changes the licence only when granted, by the body that issued it', async () => {
    const way = await walk('licence-change', { form: { operation: 'renew' } });
    expect(way.at.tasks[0]!.assignment).toEqual({ role: 'handler' });
    way.through('accept:correct', 'correct:supplemented', 'acceptAgain:accept', 'decide:grant');
    expect([way.ended, way.completed.includes('change')]).toEqual([true, true]);
    expect(way.completed).toContain('seal');
    const cancelled = await walk('licence-change', { form: { operation: 'cancel' } });
    cancelled.through('accept:accept', 'decide:grant');
    expect([cancelled.ended, cancelled.completed.includes('seal')]).toEqual([true, false]);
    const refused = await walk('licence-change', { form: { operation: 'cancel' } });
    refused.through('accept:accept', 'decide:refuse');
    expect([refused.ended, refused.completed.includes('change')]).toEqual([true, false]);
  });
});

describe('shop-sign', () => {
  it('is recorded at once with a receipt, or not', async () => {
    expect((await walk('shop-sign')).through('record:accept').completed).toContain('receipt');
    expect((await walk('shop-sign')).through('record:reject').completed).not.toContain('receipt');
  });
});

describe('unresolved-matter', () => {
  it('is looked into and answered, whether it could be done or not', async () => {
    const solved = (await walk('unresolved-matter')).through('verify:done', 'answer:grant');
    expect([solved.ended, solved.completed.at(-1)]).toEqual([true, 'solved']);
    const explained = (await walk('unresolved-matter')).through('verify:done', 'answer:refuse');
    expect([explained.ended, explained.completed.at(-1)]).toEqual([true, 'explained']);
  });
});

describe('counter-service', () => {
  it('is decided on the spot, and its result made as the item says', async () => {
    const way = await walk('counter-service', {}, licence);
    expect(way.at.tasks[0]!.assignment).toEqual({ role: 'handler' });
    expect(way.through('decide:grant').completed).toEqual(
      expect.arrayContaining(['licence', 'seal', 'granted']),
    );
    expect((await walk('counter-service')).through('decide:refuse').completed).not.toContain(
      'seal',
    );
  });
});

describe('newborn', () => {
  const all = { A: true, B: true, C: true, D: true, E: true };
  const begun = async (children: Record<string, boolean>) =>
    (await walk('newborn', { children })).through('preReview:pass', 'collect:accept');

  it('is looked at online until nothing is to be mended, then collected', async () => {
    const way = await walk('newborn', { children: all });
    way.through('preReview:return', 'resubmit:resubmitted', 'preReview:pass');
    expect(way.tasks).toEqual(['collect']);
  });

  it('registers after the certificate, insures after the register, vaccinates beside it', async () => {
    const way = await begun(all);
    expect(way.children).toEqual(['child_A', 'child_E']);
    way.endChild('child_A', 'granted');
    expect(way.children).toEqual(['child_B', 'child_E']);
    way.endChild('child_B', 'granted');
    expect(way.children).toEqual(['child_C', 'child_D', 'child_E']);
    way.endChild('child_E', 'granted').endChild('child_C', 'refused');
    expect(way.tasks).toEqual([]);
    way.endChild('child_D', 'granted');
    way.through('handOver:delivered', 'evaluate:rated', 'archive:archived');
    expect(way.ended).toBe(true);
  });

  it('begins at the register with a certificate from elsewhere, and asks for nothing unwanted', async () => {
    const way = await begun({ ...all, A: false, D: false, E: false });
    expect(way.children).toEqual(['child_B']);
    way.endChild('child_B', 'granted');
    expect(way.children).toEqual(['child_C']);
    expect(way.endChild('child_C', 'granted').tasks).toEqual(['handOver']);
  });

  it('takes nothing back when the register refuses; what waited for it does not begin', async () => {
    const way = await begun(all);
    way.endChild('child_A', 'granted').endChild('child_B', 'refused');
    expect(way.children).toEqual(['child_E']);
    expect(way.endChild('child_E', 'granted').tasks).toEqual(['handOver']);
    expect(way.completed).not.toContain('child_C');
    const none = await begun(all);
    none.endChild('child_E', 'granted').endChild('child_A', 'refused');
    expect([none.children, none.tasks]).toEqual([[], ['handOver']]);
  });
});

describe('road-occupation', () => {
  const form = { occupyArea: 12, occupyFrom: '2026-12-01', occupyTo: '2026-12-10' };
  const steps = ['accept:accept', 'survey:pass', 'countersign:agree', 'decide:grant'];

  it('is surveyed and countersigned at the same time, and licensed when the fee has come in', async () => {
    const way = await walk('road-occupation', { form }, { ...licence, fee: { required: true } });
    way.through('accept:accept');
    expect(way.tasks).toEqual(['countersign', 'survey']);
    way.through(...steps.slice(1));
    expect(way.completed).not.toContain('licence');
    way.message('payment');
    expect([way.ended, way.completed.includes('seal')]).toEqual([true, true]);
  });

  it('goes on at once when nothing is to be paid', async () => {
    const free = await walk('road-occupation', { form }, { ...licence, fee: { required: false } });
    expect(free.through(...steps).ended).toBe(true);
  });

  it('charges nothing when refused', async () => {
    const way = await walk('road-occupation', { form });
    way.through('accept:correct', 'correct:supplemented', 'acceptAgain:accept');
    way.through('countersign:disagree', 'survey:fail', 'decide:refuse');
    expect([way.ended, way.completed.includes('fee')]).toEqual([true, false]);
  });
});

describe('highway-crossing', () => {
  it('is looked at online first, as often as it comes back, and only then collected', async () => {
    const way = await walk('highway-crossing', {}, licence);
    way.through('preReview:return', 'resubmit:resubmitted', 'preReview:return');
    way.through('resubmit:resubmitted', 'preReview:pass', 'collect:accept');
    expect(way.tasks).toEqual(['accept']);
  });

  it('is surveyed by the county, countersigned and decided by the city', async () => {
    const way = await walk('highway-crossing', { oneStop: true }, licence);
    way.through('accept:accept', 'survey:pass', 'countersign:agree', 'review:agree');
    const [task] = way.at.tasks;
    expect(task!.assignment).toEqual({ line: 'transport', level: 'city', role: 'approver' });
    expect(way.through('decide:grant').ended).toBe(true);
    const refused = await walk('highway-crossing', { oneStop: true });
    refused.through('accept:accept', 'survey:fail', 'countersign:disagree', 'review:disagree');
    expect(refused.through('decide:refuse').completed.at(-1)).toBe('refused');
  });
});

describe('forest-land', () => {
  it('is surveyed and reviewed by the county, whose head sends it up whatever the review says', async () => {
    const way = await walk('forest-land');
    way.through('accept:correct', 'correct:supplemented', 'acceptAgain:accept', 'survey:fail');
    way.through('review:disagree');
    const [task] = way.at.tasks;
    expect([task!.element, task!.assignment.role]).toEqual(['sendUp', 'approver']);
    expect(way.through('sendUp:forward').completed.at(-1)).toBe('sentUp');
    expect((await walk('forest-land')).through('accept:reject').completed).toContain('rejected');
    const again = await walk('forest-land');
    again.through('accept:correct', 'correct:supplemented', 'acceptAgain:reject');
    expect(again.completed).toContain('rejectedAgain');
  });

  it('is decided by the city, which asks for nothing again', async () => {
    const granted = await walk('forest-land-decision');
    expect(granted.at.tasks[0]!.outcomes.map(({ id }) => id)).toEqual(['accept', 'reject']);
    expect(granted.through('accept:accept', 'decide:grant').completed).toContain('granted');
    const refused = await walk('forest-land-decision');
    expect(refused.through('accept:accept', 'decide:refuse').completed).toContain('refused');
    const rejected = await walk('forest-land-decision');
    expect(rejected.through('accept:reject').completed).toContain('rejected');
  });
});

describe('catering-penalty', () => {
  const told = ['file:accept', 'investigate:established', 'review:agree', 'tell:told'];
  const punished = ['decide:grant', 'serve:delivered', 'fine:paid'];

  it('hears whom it is about before the decision, then is served and the fine paid', async () => {
    const way = (await walk('catering-penalty')).through(...told);
    expect(way.tasks).toEqual(['state']);
    way.through('state:stated', 'reconsider:kept', ...punished);
    expect([way.ended, way.completed.at(-1)]).toEqual([true, 'closed']);
  });

  it('goes on without a word of theirs, or when five days are over', async () => {
    const waived = (await walk('catering-penalty')).through(...told, 'state:none', ...punished);
    expect(waived.completed).not.toContain('reconsider');
    const silent = (await walk('catering-penalty')).through(...told).fire('stateOver');
    expect(silent.tasks).toEqual(['decide']);
  });

  it('is investigated again where the legal review says so, and may end without a penalty', async () => {
    const way = await walk('catering-penalty');
    way.through('file:accept', 'investigate:none', 'review:return', 'investigate:none');
    way.through('review:agree', 'tell:told', 'state:none', 'decide:refuse');
    expect([way.ended, way.completed.at(-1)]).toEqual([true, 'spared']);
    const lead = (await walk('catering-penalty')).through('file:reject');
    expect(lead.completed.at(-1)).toBe('notFiled');
  });
});

describe('allowance', () => {
  const granted = ['review:agree', 'decide:grant'];

  it('waits seven natural days of public notice, then is granted and put on the list', async () => {
    const way = await walk('allowance', { form: { tier: '80-89' } });
    way
      .through('collect:accept', 'verify:true')
      .fire('noticeOver')
      .through(...granted);
    expect([way.ended, way.completed.includes('list')]).toEqual([true, true]);
  });

  it('is looked at again when somebody objects, and may go back to the village', async () => {
    const way = await walk('allowance');
    way.through('collect:accept', 'verify:true', 'publicNotice:objection', 'recheck:dismissed');
    way.through('review:return', 'verify:false').fire('noticeOver');
    way.through('review:disagree', 'decide:refuse');
    expect([way.completed.includes('list'), way.completed.at(-1)]).toEqual([false, 'refused']);
  });
});

describe('benchmark', () => {
  it('takes five tasks and four services, and ends without waiting for the payment', async () => {
    const way = await walk('benchmark', {}, { ...licence, payment: { required: true } });
    way.through('acceptance:accept');
    expect(way.tasks).toEqual(['cityOpinion', 'countyOpinion', 'townshipOpinion']);
    way.through('cityOpinion:agree', 'countyOpinion:agree', 'townshipOpinion:agree');
    expect(way.through('decision:grant').ended).toBe(true);
    const services = ['dataSharing', 'payment', 'licence', 'seal'];
    expect(way.completed).toEqual(expect.arrayContaining(services));
  });

  it('ends when nobody accepts it in twenty days, and when one level disagrees', async () => {
    expect((await walk('benchmark')).fire('acceptanceOver').ended).toBe(true);
    const way = (await walk('benchmark')).through('acceptance:accept', 'cityOpinion:disagree');
    way.through('countyOpinion:agree', 'townshipOpinion:agree');
    expect(way.completed.at(-1)).toBe('disagreed');
  });
});
