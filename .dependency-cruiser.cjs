/** Which way imports go: bpmn ← workflows ← activities and src; see ARCHITECTURE.md. */
const TESTS = '\\.test\\.tsx?$';

/** Folders `from` must not reach into folders `to`. */
const layer = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: to },
});

/**
 * The wings of src in the order in which they may use each other, and the rooms of each in theirs:
 * a wing or a room imports those before it, never those after it.
 */
const WINGS = [
  ['platform'],
  ['province'],
  ['people', ['audit', 'identity', 'organisations', 'audit-search', 'credit']],
  ['versions'],
  ['notifications', ['occasions', 'texts', 'telling', 'sending', 'centre']],
  ['calendar'],
  ['catalogue', ['forms', 'search', 'items', 'authorities', 'clock-rules']],
  ['definitions', ['findings', 'computing', 'decisions', 'processes']],
  ['money', ['payments', 'benefits']],
  [
    'cases',
    [
      'access',
      'announcing',
      'opening',
      'province-answers',
      'side-tasks',
      'subscriptions',
      'recording',
      'telling',
      'commands',
      'incidents',
      'correlation',
      'verification',
      'rebuilding',
    ],
  ],
  [
    'papers',
    ['files', 'regulation', 'licences', 'licence-changes', 'official-documents', 'archives'],
  ],
  [
    'handling',
    [
      'application-checks',
      'answers',
      'ratings',
      'case-page',
      'collection',
      'handling-options',
      'delivery',
      'law',
      'drafts',
      'window',
      'authorisations',
      'task-access',
      'news',
      'inspections',
      'entries',
      'interventions',
      'tasks',
      'province-callbacks',
    ],
  ],
  ['supervision'],
  ['administration', ['scope', 'changes', 'posts', 'organisations', 'authorities']],
  ['operations'],
  ['install', ['schema', 'case-import', 'demonstration']],
  ['worker'],
];

/** Each of `names`, in folder `base`, must not reach into those after it. */
const inOrder = (base, names) =>
  names
    .slice(0, -1)
    .map((name, index) =>
      layer(
        `${base.replace('src/', '') || 'src'}-${name}-in-order`,
        `See the order of wings and rooms in this file.`,
        `^${base}${name}/`,
        `^${base}(${names.slice(index + 1).join('|')})/`,
      ),
    );

const wings = [
  ...inOrder(
    'src/',
    WINGS.map(([name]) => name),
  ),
  ...WINGS.flatMap(([wing, rooms = []]) => inOrder(`src/${wing}/`, rooms)),
  {
    name: 'wings-by-their-index',
    comment: 'A wing of src is used through its index.ts; the platform is for all.',
    severity: 'error',
    from: { path: '^src/([^/]+)/', pathNot: TESTS },
    to: {
      path: '^src/([^/]+)/.+',
      pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/platform/'],
    },
  },
  {
    name: 'wings-by-their-index-from-outside',
    comment: 'Activities, and the programs that put the wings together, use them as wings do.',
    severity: 'error',
    // The migration is the program of the wing that installs, and carries no API.
    from: { path: '^(activities/|src/[^/]+\\.ts$)', pathNot: `^src/main-migrate|${TESTS}` },
    to: {
      path: '^src/([^/]+)/.+',
      pathNot: ['^src/[^/]+/index\\.ts$', '^src/(platform|worker)/'],
    },
  },
  {
    name: 'rooms-by-their-index',
    comment: 'A room is used by its neighbours through its index.ts.',
    severity: 'error',
    from: {
      path: `^src/(${WINGS.filter(([, rooms]) => rooms)
        .map(([wing]) => wing)
        .join('|')})/([^/]+)/`,
      pathNot: TESTS,
    },
    to: { path: '^src/$1/([^/]+)/.+', pathNot: ['^src/$1/$2/', '^src/$1/[^/]+/index\\.ts$'] },
  },
  {
    name: 'rooms-know-no-roof',
    comment: 'A room that imports the index of its own wing goes in a circle.',
    severity: 'error',
    from: { path: '^src/([^/]+)/[^/]+/', pathNot: TESTS },
    to: {
      path: '^src/$1/index\\.ts$',
      pathNot: '^src/(versions|calendar|province|supervision|operations)/',
    },
  },
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that import each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that is only there because another one brought it may be gone tomorrow.',
      severity: 'error',
      from: { pathNot: '^types/' },
      // Types of a package that the one we use hands out are part of its interface.
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    layer(
      'bpmn-is-pure',
      'The language imports nothing of ours and runs in the browser too.',
      '^bpmn/',
      '^(workflows|activities|src|province|web|tools|test)/',
    ),
    {
      name: 'bpmn-without-node',
      comment: 'The engine runs in a workflow and in the browser, where there is no Node.',
      severity: 'error',
      from: { path: '^(bpmn|workflows)/', pathNot: `${TESTS}|^bpmn/engine/testing/` },
      to: { dependencyTypes: ['core'] },
    },
    layer(
      'workflows-see-bpmn-only',
      'What a workflow needs of the world comes in by activities.',
      '^workflows/',
      '^(activities|src|province|web|tools|test)/',
    ),
    layer(
      'src-is-below',
      'The platform knows neither its tools nor the province.',
      '^src/',
      '^(province|web|tools|test)/',
    ),
    {
      name: 'only-the-worker-has-activities',
      comment: 'The API reaches activities through workflows only.',
      severity: 'error',
      from: { path: '^(src|province)/', pathNot: `^src/(main-worker\\.ts|worker/)|${TESTS}` },
      to: { path: '^activities/' },
    },
    layer(
      'the-province-is-somebody-else',
      'The stand-in speaks HTTP and shares no code with the platform.',
      '^province/',
      '^(src|workflows|activities|bpmn|web|tools|test)/',
    ),
    ...wings,
    layer(
      'web-sees-bpmn-only',
      'The pages speak to the API through the generated client.',
      '^web/src/',
      '^(workflows|activities|src|province|tools|test)/',
    ),
    {
      name: 'tests-are-not-imported',
      comment: 'What a program needs is not in a test.',
      severity: 'error',
      // tools/history records what the replay tests read; a measurement plays on the tests' small city.
      from: { pathNot: `^test/|^tools/history/|^tools/bench/correlation/|${TESTS}` },
      to: { path: `^test/|${TESTS}` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
