import { PERMIT_RULES } from '../../../../workflows/clock/index.js';
import { renderTemplate, templateFaults } from '../template.js';
import { KINDS, rulesOf, type OfficialAct } from './index.js';
import { acceptanceNotice } from './acceptance-notice.js';
import { acceptanceWithGapsNotice } from './acceptance-with-gaps-notice.js';
import { correctionNotice } from './correction-notice.js';
import { POWERS } from './item-types.js';
import { refusalDecision } from './refusal-decision.js';

const move: OfficialAct = {
  caseNumber: '1',
  step: 2,
  cause: 'command:1',
  at: new Date('2026-11-27T02:00:00Z'),
  act: 'accept',
  fromState: 'submitted',
  toState: 'correcting',
  personId: 'p',
  postId: 'post',
  departmentId: 'o',
  reason: null,
  article: null,
  data: {},
};
const source = {
  act: move,
  form: {},
  opinion: '布局图缺少操作间',
  item: { name: '食品经营许可', type: '01', materials: [{ code: 'layout', name: '设备布局图' }] },
  fieldTitles: { area: '经营面积' },
  dates: { dueAt: null, promisedDueAt: null },
  handedIn: [],
  applicant: '张晓梅',
  rules: PERMIT_RULES,
  ownBasis: '《辽宁省食品安全条例》第三十条',
  submittedAt: new Date('2026-11-20T02:00:00Z'),
  phone: '',
  department: '海城市市场监督管理局',
  reconsideration: null,
};

describe('kinds of official documents', () => {
  it.each(KINDS.map((kind) => [kind.code, kind] as const))(
    '%s has a built-in template that passes its own check',
    (_, kind) => {
      expect(templateFaults(kind.template, rulesOf(kind))).toEqual([]);
    },
  );

  it.each(KINDS.map((kind) => [kind.code, kind] as const))(
    '%s demands and edits only what it has',
    (_, kind) => {
      const { fields } = rulesOf(kind);
      for (const name of [...kind.required, ...kind.editable]) expect(fields).toHaveProperty(name);
      if (kind.remedies) expect(kind.required).toContain('remedies');
    },
  );

  it('refusals demand reasons and remedies (行政许可法 38)', () => {
    expect(refusalDecision.required).toEqual(['reason', 'remedies']);
    const bare = '# 不予决定书\n不准。';
    expect(templateFaults(bare, rulesOf(refusalDecision)).map(({ message }) => message)).toEqual([
      expect.stringContaining('reason'),
      expect.stringContaining('remedies'),
    ]);
  });

  it('a correction notice lists everything at once, materials and fields by their names', () => {
    const form = {
      materials: [{ code: 'layout', problem: '缺操作间' }],
      fields: [{ field: 'area', problem: '与租赁合同不符' }],
    };
    const facts = correctionNotice.facts({ ...source, form });
    expect(facts.corrections).toEqual(['设备布局图：缺操作间', '表单“经营面积”：与租赁合同不符']);
    const { paragraphs } = renderTemplate(correctionNotice.template, facts);
    expect(paragraphs.filter(({ kind }) => kind === 'item')).toHaveLength(2);
  });

  it('an acceptance with gaps has the one notice that lists what is missing, and no other', () => {
    const act = { ...move, act: 'accept-with-gaps', toState: 'accepted' };
    expect(KINDS.filter((kind) => kind.draftedBy(act)).map(({ code }) => code)).toEqual([
      'conditional-acceptance-notice',
    ]);
    const data = { missing: ['layout'], supplementUntil: Date.parse('2026-12-12T00:00:00+08:00') };
    const facts = acceptanceWithGapsNotice.facts({ ...source, act: { ...act, data } });
    expect(facts).toEqual({ missing: ['设备布局图'], supplementBy: '2026年12月11日' });
  });

  it('a renewal that the law granted says so, and not that it was examined (行政许可法 50)', () => {
    const at = new Date('2027-03-02T00:00:00+08:00');
    const act = { ...move, at, act: 'deem-renewed', fromState: 'reviewing', toState: 'granted' };
    const ofPermits = KINDS.filter(({ itemTypes }) => itemTypes?.includes('01') ?? true);
    const drafted = ofPermits.filter((kind) => kind.draftedBy(act));
    expect(drafted.map(({ code }) => code)).toEqual(['deemed-renewal-notice']);
    expect(drafted[0]!.facts({ ...source, act })).toEqual({ endedOn: '2027年3月1日' });
    const decided = { ...act, act: 'grant' };
    expect(ofPermits.filter((kind) => kind.draftedBy(decided)).map(({ code }) => code)).toEqual([
      'grant-decision',
    ]);
  });

  it('a refused public service gets a notice, a refused power its decision, never both', () => {
    const act = { ...move, act: 'refuse', fromState: 'reviewing', toState: 'refused' };
    const drafted = (type: string) =>
      KINDS.filter((kind) => kind.draftedBy(act) && (kind.itemTypes?.includes(type) ?? true));
    expect(drafted('20').map(({ code }) => code)).toEqual(['service-refusal-notice']);
    for (const type of POWERS) {
      expect(drafted(type).map(({ code }) => code)).toEqual(['refusal-decision']);
    }
  });

  it('an acceptance is told once: coming back from a pause makes no second notice', () => {
    const accepted = { ...move, toState: 'accepted' };
    expect(acceptanceNotice.draftedBy(accepted)).toBe(true);
    expect(acceptanceNotice.draftedBy({ ...accepted, fromState: 'special-procedure' })).toBe(false);
  });
});
