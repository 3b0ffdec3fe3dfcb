/** ESLint with types. Layout is Prettier's, layers are dependency-cruiser's. */
import tseslint from 'typescript-eslint';

/** What would make a case's replay differ from its first run. */
const NOT_DETERMINISTIC = [
  { name: 'setTimeout', message: 'Timers are commands of the engine.' },
  { name: 'setInterval', message: 'Timers are commands of the engine.' },
  { name: 'process', message: 'Settings come in as input.' },
  { name: 'fetch', message: 'Calls to the outside are activities.' },
];

/** Reading a point in time that was handed in is fine; asking for the present one is not. */
const PRESENT_TIME = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
].map((selector) => ({ selector, message: 'Time comes in with the event (now).' }));

const FIELDS = 'A field is one decorator of src/platform/http/fields.';
const API_PROPERTIES = ['ApiProperty', 'ApiPropertyOptional', 'ApiResponseProperty'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '**/dist/',
      '.data/',
      '.data-empty/',
      'coverage/',
      'test-results/',
      // Generated from the OpenAPI file.
      'web/src/api/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    // Settings and tools in plain JavaScript: what the compiler would say of TypeScript.
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      'no-dupe-keys': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    // tools/build leaves out modules of ours of which nothing is used.
    files: ['{src,activities,province,tools}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[specifiers.length=0][source.value=/^\\./]',
          message: 'A module of ours does nothing by being loaded: import what it exports.',
        },
      ],
    },
  },
  {
    // Servers log through the logger; programs for the terminal write to the terminal.
    files: ['{src,workflows,activities,bpmn,province,web}/**/*.{ts,tsx}'],
    ignores: ['**/main*.ts', '**/main*.tsx'],
    rules: { 'no-console': 'error' },
  },
  {
    // One decorator a field: what it is and what is checked of it are said together.
    files: ['src/**/*.ts'],
    ignores: ['src/platform/http/**', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            ...['class-validator', 'class-transformer'].map((name) => ({ name, message: FIELDS })),
            { name: '@nestjs/swagger', importNames: API_PROPERTIES, message: FIELDS },
          ],
        },
      ],
    },
  },
  {
    // One way of asking the database: SQL by `query`, which `npm run sql` holds against the schema.
    files: ['{src,activities}/**/*.ts'],
    ignores: ['src/platform/database/**', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'pg', message: 'Ask by `query` of the manager, or `atLeisure`.' },
            {
              name: 'typeorm',
              allowImportNames: [
                'DataSource',
                'EntityManager',
                'QueryRunner',
                'MigrationInterface',
              ],
              message: 'TypeORM holds connections and transactions; statements are SQL.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'getRepository', message: 'Statements are SQL, by `query`.' },
        { property: 'createQueryBuilder', message: 'Statements are SQL, by `query`.' },
      ],
    },
  },
  {
    // The same input must always give the same output: the engine replays.
    files: ['bpmn/{model,engine,feel,dmn}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...NOT_DETERMINISTIC],
      'no-restricted-syntax': ['error', ...PRESENT_TIME],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ids come from a counter in the state.' },
      ],
    },
  },
  {
    // Temporal makes Date and timers of a workflow deterministic; the rest stays outside.
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch'],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
    },
  },
);
