/** Oxlint with types. Layout is Oxfmt's, layers are dependency-cruiser's. */

const FIELDS = 'A field is one decorator of src/platform/http/fields.';
const API_PROPERTIES = ['ApiProperty', 'ApiPropertyOptional', 'ApiResponseProperty'];

/** One decorator a field: what it is and what is checked of it are said together. */
const FIELD_PARTS = [
  ...['class-validator', 'class-transformer'].map((name) => ({ name, message: FIELDS })),
  { name: '@nestjs/swagger', importNames: API_PROPERTIES, message: FIELDS },
];

/** One way of asking the database: SQL by `query`, which `npm run sql` holds against the schema. */
const DATABASE_DOORS = [
  { name: 'pg', message: 'Ask by `query` of the manager, or `atLeisure`.' },
  {
    name: 'typeorm',
    allowImportNames: ['DataSource', 'EntityManager', 'QueryRunner', 'MigrationInterface'],
    message: 'TypeORM holds connections and transactions; statements are SQL.',
  },
];
const NO_QUERY_BUILDING = [
  { property: 'getRepository', message: 'Statements are SQL, by `query`.' },
  { property: 'createQueryBuilder', message: 'Statements are SQL, by `query`.' },
];

const TESTS = ['**/*.test.ts'];
/** Those imported, beside what holds for all. */
const restricted = (files, paths, excludeFiles = []) => ({
  files,
  excludeFiles: [...TESTS, ...excludeFiles],
  rules: { 'no-restricted-imports': ['error', { paths }] },
});

/** What would make a case's replay differ from its first run. */
const NOT_DETERMINISTIC = [
  { name: 'setTimeout', message: 'Timers are commands of the engine.' },
  { name: 'setInterval', message: 'Timers are commands of the engine.' },
  { name: 'process', message: 'Settings come in as input.' },
  { name: 'fetch', message: 'Calls to the outside are activities.' },
];

/** What nobody means to write, in TypeScript as the compiler leaves it. */
const NEVER_MEANT = [
  ...['no-array-constructor', 'no-unused-expressions', 'no-var', 'prefer-const'],
  ...['prefer-rest-params', 'prefer-spread'],
  ...[
    ...['ban-ts-comment', 'no-duplicate-enum-values', 'no-empty-object-type'],
    ...['no-extra-non-null-assertion', 'no-misused-new', 'no-namespace'],
    ...['no-non-null-asserted-optional-chain', 'no-require-imports', 'no-this-alias'],
    ...['no-unnecessary-type-constraint', 'no-unsafe-declaration-merging'],
    ...['no-unsafe-function-type', 'no-wrapper-object-types', 'prefer-as-const'],
    ...['prefer-namespace-keyword', 'triple-slash-reference'],
  ].map((name) => `typescript/${name}`),
];
const all = (rules) => Object.fromEntries(rules.map((rule) => [rule, 'error']));

export default {
  plugins: ['typescript', 'import'],
  jsPlugins: ['./tools/lint/plugin.mjs'],
  categories: { correctness: 'off' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  // Generated from the OpenAPI file; what Git leaves out is left out here too.
  ignorePatterns: ['web/src/api/schema.d.ts'],
  rules: {
    eqeqeq: 'error',
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
  },
  overrides: [
    {
      // Settings and tools in plain JavaScript: what the compiler would say of TypeScript.
      files: ['**/*.{js,mjs,cjs}'],
      rules: all(['no-dupe-keys', 'no-dupe-else-if', 'no-duplicate-case', 'no-unreachable']),
    },
    {
      files: ['**/*.{ts,tsx}'],
      rules: {
        ...all(NEVER_MEANT),
        'typescript/no-explicit-any': 'error',
        'typescript/no-floating-promises': 'error',
        'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
        'typescript/await-thenable': 'error',
        'typescript/switch-exhaustiveness-check': [
          'error',
          { considerDefaultExhaustiveForUnions: true },
        ],
        'typescript/only-throw-error': 'error',
        'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      },
    },
    {
      // tools/build leaves out modules of ours of which nothing is used: a module of ours does nothing by
      // being loaded.
      files: ['{src,activities,province,tools}/**/*.ts'],
      rules: { 'import/no-unassigned-import': ['error', { allow: ['reflect-metadata'] }] },
    },
    {
      // Servers log through the logger; programs for the terminal write to the terminal.
      files: ['{src,workflows,activities,bpmn,province,web}/**/*.{ts,tsx}'],
      excludeFiles: ['**/main*.ts', '**/main*.tsx'],
      rules: { 'no-console': 'error' },
    },
    restricted(['src/platform/http/**/*.ts', 'activities/**/*.ts'], DATABASE_DOORS),
    restricted(['src/platform/database/**/*.ts'], FIELD_PARTS),
    restricted(
      ['src/**/*.ts'],
      [...FIELD_PARTS, ...DATABASE_DOORS],
      ['src/platform/{http,database}/**'],
    ),
    {
      files: ['{src,activities}/**/*.ts'],
      excludeFiles: ['src/platform/database/**', ...TESTS],
      rules: { 'no-restricted-properties': ['error', ...NO_QUERY_BUILDING] },
    },
    {
      // The same input must always give the same output: the engine replays.
      files: ['bpmn/{model,engine,feel,dmn}/**/*.ts'],
      excludeFiles: TESTS,
      rules: {
        'no-restricted-globals': ['error', ...NOT_DETERMINISTIC],
        'onestop/no-present-time': 'error',
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: 'Ids come from a counter in the state.' },
        ],
      },
    },
    {
      // Temporal makes Date and timers of a workflow deterministic; the rest stays outside.
      files: ['workflows/**/*.ts'],
      excludeFiles: TESTS,
      rules: {
        'no-restricted-globals': ['error', 'process', 'fetch'],
        'no-restricted-imports': ['error', { patterns: ['node:*'] }],
      },
    },
  ],
};
