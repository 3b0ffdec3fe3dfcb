import { lint } from './index.js';
import { rules } from './rules/index.js';

const file = (content: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:onestop="urn:onestop:bpmn:1" targetNamespace="urn:t"><process id="p"><startEvent id="start" name="开始" />${content}<endEvent id="end" name="结束" /></process></definitions>`;

/** Flows along paths of ids, `start>a>end`; a condition may follow after ` if `. */
const flows = (...paths: string[]) =>
  paths
    .flatMap((path) => {
      const [ids = '', condition] = path.split(' if ');
      const nodes = ids.split('>');
      return nodes.slice(1).map((target, index) => {
        const test = condition ? `<conditionExpression>= ${condition}</conditionExpression>` : '';
        return `<sequenceFlow id="${nodes[index]}_${target}" sourceRef="${nodes[index]}" targetRef="${target}">${test}</sequenceFlow>`;
      });
    })
    .join('');

const task = (outcomes = 'onestop:outcomes="yes=同意;no=不同意"', line = 'onestop:line="market"') =>
  `<userTask id="a" name="审核" ${line} ${outcomes} /><exclusiveGateway id="g" name="结论？" />`;
const decided = flows('start>a>g', 'g>end if a.outcome = "yes"', 'g>a if a.outcome = "no"');
const service = (id: string, adapter: string) =>
  `<serviceTask id="${id}" name="${id}" onestop:adapter="${adapter}" />`;
const [pay, issue] = [service('pay', 'payment'), service('issue', 'license')];
const wait = '<manualTask id="b" name="等" />';

/** For each rule of ours: a diagram that keeps it, one that breaks it, and the element then named. */
const examples: Record<string, { right: string; wrong: string; element: string }> = {
  'user-task-assignment': {
    right: task() + decided,
    wrong: task(undefined, '') + decided,
    element: 'a',
  },
  'user-task-empty': {
    right: task('onestop:form="review"') + flows('start>a>g>end'),
    wrong: task('') + flows('start>a>g>end'),
    element: 'a',
  },
  'outcomes-missing': { right: task() + decided, wrong: task('') + decided, element: 'a' },
  'outcome-unknown': {
    right: task() + decided,
    wrong: task() + flows('start>a>g', 'g>end if a.outcome = "yes"', 'g>a if a.outcome = "maybe"'),
    element: 'g_a',
  },
  'outcome-unhandled': {
    right: task() + decided,
    wrong: task() + flows('start>a>g', 'g>end if a.outcome = "yes"'),
    element: 'g',
  },
  unreachable: {
    right: flows('start>end'),
    wrong: wait + flows('start>end', 'b>end'),
    element: 'b',
  },
  'never-ends': {
    right: wait + flows('start>b>end'),
    wrong: wait + flows('start>b>b'),
    element: 'start',
  },
  'exclusive-ambiguous': {
    right: wait + '<exclusiveGateway id="g" />' + flows('start>g', 'g>b if x', 'g>end', 'b>end'),
    wrong: wait + '<exclusiveGateway id="g" />' + flows('start>g', 'g>b', 'g>end', 'b>end'),
    element: 'g',
  },
  'never-joins': {
    right: `<parallelGateway id="f" name="分" /><manualTask id="c" name="另" /><parallelGateway id="j" name="合" />${wait}${flows('start>f>b>j>end', 'f>c>j')}`,
    wrong: `<exclusiveGateway id="f" name="分？" default="f_c" /><manualTask id="c" name="另" /><parallelGateway id="j" name="合" />${wait}${flows('start>f', 'f>b if form.x', 'b>j>end', 'f>c>j')}`,
    element: 'j',
  },
  'flows-without-default': {
    right: `<exclusiveGateway id="f" name="分？" default="f_end" />${wait}${flows('start>f', 'f>b if form.x', 'f>end', 'b>end')}`,
    wrong: `<exclusiveGateway id="f" name="分？" />${wait}${flows('start>f', 'f>b if form.x', 'f>end if form.y', 'b>end')}`,
    element: 'f',
  },
  'condition-unknown-variable': {
    right: `<exclusiveGateway id="f" name="分？" default="f_end" />${wait}${flows('start>f', 'f>b if form.area > 3', 'f>end', 'b>end')}`,
    wrong: `<exclusiveGateway id="f" name="分？" default="f_end" />${wait}${flows('start>f', 'f>b if area > 3', 'f>end', 'b>end')}`,
    element: 'f_b',
  },
  'variable-misspelt': {
    right: `<scriptTask id="b" name="算" resultVariable="amount"><script>= 1</script></scriptTask><scriptTask id="c" name="再" resultVariable="twice"><script>= amount * 2</script></scriptTask>${flows('start>b>c>end')}`,
    wrong: `<scriptTask id="b" name="算" resultVariable="amount"><script>= 1</script></scriptTask><scriptTask id="c" name="再" resultVariable="twice"><script>= amuont * 2</script></scriptTask>${flows('start>b>c>end')}`,
    element: 'c',
  },
  'expression-wrong': {
    right: task() + decided,
    wrong: task() + flows('start>a>g', 'g>end if a.outcome = "yes"', 'g>a if a.outcom = "no"'),
    element: 'g_a',
  },
  'payment-after-licence': {
    right: pay + issue + flows('start>pay>issue>end'),
    wrong: pay + issue + flows('start>issue>pay>end'),
    element: 'pay',
  },
  'service-without-adapter': {
    right: pay + flows('start>pay>end'),
    wrong: '<serviceTask id="s" name="自动" />' + flows('start>s>end'),
    element: 's',
  },
};

describe('each rule of ours', () => {
  it('has its examples here', () => {
    expect(Object.keys(examples).sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(Object.entries(examples))('%s passes the right diagram', async (name, { right }) => {
    expect((await lint(file(right))).filter(({ rule }) => rule === name)).toEqual([]);
  });

  it.each(Object.entries(examples))('%s finds the wrong one', async (name, { wrong, element }) => {
    const found = (await lint(file(wrong))).filter(({ rule }) => rule === name);
    expect(found).toMatchObject([{ element }]);
    expect(found[0]?.message).toMatch(/请/);
  });
});

const foundBy = async (name: string, content: string) =>
  (await lint(file(content))).filter(({ rule }) => rule === name);

describe('flows-without-default', () => {
  const gateway = '<exclusiveGateway id="f" name="分？" />' + wait;
  const faults = (one: string, other: string) =>
    foundBy(
      'flows-without-default',
      gateway + flows('start>f', `f>b if ${one}`, `f>end if ${other}`, 'b>end'),
    );

  it.each([
    ['form.x = "a"', 'form.x != "a"'],
    ['form.n &gt;= 3', 'form.n &lt; 3'],
    ['form.x', 'not( form.x )'],
    ['form.x', 'true'],
  ])('lets be what cannot but go on: %s, %s', async (one, other) => {
    expect(await faults(one, other)).toEqual([]);
    expect(await faults(other, one)).toEqual([]);
  });

  it.each([
    ['form.x = "a"', 'form.x != "b"'],
    ['form.x = "a"', 'form.y != "a"'],
    ['form.n &gt; 3', 'form.n &lt; 3'],
    ['form.n &gt; 3', 'form.n &lt;= 3 and form.x'],
  ])('finds what may get stuck: %s, %s', async (one, other) => {
    expect(await faults(one, other)).toMatchObject([{ element: 'f' }]);
  });

  it('looks at activities that split as well', async () => {
    const split = wait + flows('start>b', 'b>end if form.x', 'b>c if form.y', 'c>end');
    expect(
      await foundBy('flows-without-default', `${split}<manualTask id="c" name="丙" />`),
    ).toMatchObject([{ element: 'b' }]);
  });
});

describe('condition-unknown-variable', () => {
  const asked = '<exclusiveGateway id="f" name="分？" default="f_end" />' + wait;
  const asks = asked + flows('start>f', 'f>b if area > 3', 'f>end', 'b>end');

  it.each([
    '<dataObject id="area" />',
    '<dataObject id="d" name="area" />',
    '<ioSpecification><dataInput id="area" /><inputSet /><outputSet /></ioSpecification>',
    '<property id="p1" name="area" />',
  ])('knows what the file declares: %s', async (declared) => {
    expect(await foundBy('condition-unknown-variable', declared + asks)).toEqual([]);
  });
});

describe('condition-unknown-variable', () => {
  const condition = (text: string) => `<condition>= ${text}</condition>`;
  const diagram = (text: string) =>
    [
      `<manualTask id="x" name="多"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><completionCondition>= ${text}</completionCondition></multiInstanceLoopCharacteristics></manualTask>`,
      `<manualTask id="x" name="环"><standardLoopCharacteristics loopMaximum="3"><loopCondition>= ${text}</loopCondition></standardLoopCharacteristics></manualTask>`,
      `<intermediateCatchEvent id="x" name="等"><conditionalEventDefinition>${condition(text)}</conditionalEventDefinition></intermediateCatchEvent>`,
      `<adHocSubProcess id="x" name="任意">${wait}<completionCondition>= ${text}</completionCondition></adHocSubProcess>`,
    ].map((element) => element + flows('start>x>end'));

  it.each([0, 1, 2, 3])('looks at every kind of condition (%d)', async (kind) => {
    const unknown = await foundBy('condition-unknown-variable', diagram('area = 3')[kind]!);
    expect(unknown).toMatchObject([{ element: 'x' }]);
    const known = diagram('numberOfCompletedInstances = 1 or form.area = 3')[kind]!;
    expect(await foundBy('condition-unknown-variable', known)).toEqual([]);
  });
});

describe('payment-after-licence', () => {
  const inside = (id: string, content: string) =>
    `<subProcess id="${id}" name="${id}">${content}</subProcess>`;

  it('looks into sub-processes, on either side', async () => {
    const [first, second] = [inside('x', issue), inside('y', pay)];
    for (const wrong of [
      first + pay + flows('start>x>pay>end'),
      issue + second + flows('start>issue>y>end'),
      first + second + flows('start>x>y>end'),
      inside('z', pay + issue + flows('issue>pay')) + flows('start>z>end'),
    ])
      expect(await foundBy('payment-after-licence', wrong)).toMatchObject([{ element: 'pay' }]);
    for (const right of [
      first + pay + flows('start>pay>x>end'),
      inside('z', pay + issue + flows('pay>issue')) + flows('start>z>end'),
    ])
      expect(await foundBy('payment-after-licence', right)).toEqual([]);
  });
});

describe('never-joins', () => {
  const faults = async (content: string) =>
    (await lint(file(content))).filter(({ rule }) => rule === 'never-joins');
  const join = '<parallelGateway id="j" name="合" />';
  const task = (id: string) => `<manualTask id="${id}" name="${id}" />`;

  it('lets tokens meet that come round a loop, past a merge, or from an event that does not interrupt', async () => {
    const fork = '<parallelGateway id="f" name="分" />';
    const merge = '<exclusiveGateway id="m" name="汇" />';
    const choice = '<exclusiveGateway id="x" name="选？" default="x_c" />';
    const merged = `${fork}${merge}${choice}${task('a')}${task('b')}${task('c')}${task('d')}${join}`;
    expect(
      await faults(merged + flows('start>f>a>m', 'f>b>m>x>c>j>end', 'x>d if form.x', 'd>j')),
    ).toEqual([]);
    const reminded = `${task('a')}<boundaryEvent id="n" name="催" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>${join}`;
    expect(await faults(reminded + flows('start>a>j>end', 'n>j'))).toEqual([]);
  });

  it('finds the join after an event that interrupts, and after an event-based gateway', async () => {
    const late = `${task('a')}<boundaryEvent id="n" name="逾期" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>${join}`;
    expect(await faults(late + flows('start>a>j>end', 'n>j'))).toMatchObject([{ element: 'j' }]);
  });
});

describe('the lint', () => {
  it('gives the findings of the compiler and of bpmnlint in Chinese too', async () => {
    const found = await lint(
      file(
        '<endEvent id="x"><timerEventDefinition /></endEvent><task id="t" />' + flows('start>t'),
      ),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'unsupported-element', element: 'x' }),
        expect.objectContaining({ rule: 'label-required', severity: 'warning', element: 't' }),
      ]),
    );
    for (const { message } of found) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('knows flows without ids', async () => {
    const xml = file(wait + flows('start>b>end')).replace(/ id="\w+_\w+"/g, '');
    expect((await lint(xml)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('does not remember the file before', async () => {
    const xml = file(wait + flows('start>b>end'));
    expect(await lint(xml)).toEqual(await lint(xml));
  });

  it('does not throw for a file that cannot be read', async () => {
    expect(await lint('<a>')).toMatchObject([{ severity: 'error' }]);
  });
});

describe('expressions', () => {
  const script = (feel: string) =>
    `<scriptTask id="b" name="算" onestop:resultVariable="r" scriptFormat="FEEL"><script>= ${feel}</script></scriptTask>${flows('start>b>end')}`;
  const timer = (feel: string) =>
    `<intermediateCatchEvent id="t" name="等"><timerEventDefinition><timeDuration>= ${feel}</timeDuration></timerEventDefinition></intermediateCatchEvent>${flows('start>t>end')}`;
  const condition = (feel: string) =>
    `<exclusiveGateway id="f" name="分？" default="f_end" />${wait}${flows('start>f', `f>b if ${feel}`, 'f>end', 'b>end')}`;

  it.each([
    ['script', script('cont(form.items)'), 'b', '是否想写“count”'],
    ['timer', timer('duratoin(form.days)'), 't', '是否想写“duration”'],
    ['condition', condition('substring(form.x) = 1'), 'f_b', '个参数，给了 1 个'],
    ['condition', condition('starts with(string: form.x, mtch: 1)'), 'f_b', '没有参数“mtch”'],
    ['script', script('@&quot;2026-13-01&quot;'), 'b', 'ISO 8601'],
  ])('wrong in a %s are found with their place', async (_where, content, element, hint) => {
    const found = await foundBy('expression-wrong', content);
    expect(found).toMatchObject([{ element, severity: 'error' }]);
    expect(found[0]?.message).toContain('个字符处');
    expect(found[0]?.message).toContain(hint);
  });

  it('with == are no FEEL', async () => {
    const found = (await lint(file(condition('form.x == 1')))).filter(
      ({ severity }) => severity === 'error',
    );
    expect(found[0]).toMatchObject({ rule: 'expression-invalid', element: 'f_b' });
    expect(found[0]?.message).toContain('没有“==”');
  });

  it('of other variables than tasks may have any entries', async () => {
    expect(await foundBy('expression-wrong', script('form.outcom'))).toEqual([]);
    expect(await foundBy('expression-wrong', script('&quot;a.outcom&quot;'))).toEqual([]);
  });
});
