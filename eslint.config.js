const { defineConfig } = require('eslint/config');
const js = require('@eslint/js');
const ts = require('typescript-eslint');

const noHiddenInputs = [
  [
    "MemberExpression[object.name='Date'][property.name='now']",
    'Time is a port: take `now` as a parameter or ask clock.now().',
  ],
  [
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'Time is a port: take `now` as a parameter or ask clock.now().',
  ],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Chance is a port: ask ids.'],
  ["MemberExpression[object.name='process'][property.name='env']", 'The environment is read in src/forge only.'],
  [
    "MemberExpression[object.name='AbortSignal'][property.name='timeout']",
    'AbortSignal.timeout is never virtual: pass timeoutMs to the Http port.',
  ],
].map(([selector, message]) => ({ selector, message }));

module.exports = defineConfig([
  { ignores: ['node_modules/', 'build/', '.sandbox/', '**/*.cjs', '*.config.js'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      'max-params': ['error', 3],
      'no-else-return': 'error',
      'no-nested-ternary': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, skipComments: true }] } },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/forge/**'],
    rules: { 'no-restricted-syntax': ['error', ...noHiddenInputs] },
  },
  {
    files: ['src/domain/ids.ts', 'sandbox/**', 'test/**', 'bench/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
]);
