import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Calls that show or order text by the environment's own locale data, which has no usable Kazakh in Chromium. */
const BARE_LOCALE = [
  {
    selector: "MemberExpression[object.name='Intl']",
    message: 'Chromium has no Kazakh data: use core/model/locale.ts.',
  },
  {
    selector:
      'CallExpression > MemberExpression[property.name=/^(toLocaleString|toLocaleDateString|toLocaleTimeString|localeCompare)$/]',
    message: 'Chromium has no Kazakh data: use core/model/locale.ts.',
  },
]
const UNSAFE_HTML = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Content is shown as React elements, never as HTML.',
  },
  { selector: "MemberExpression[property.name='innerHTML']", message: 'Content is shown as elements, never as HTML.' },
]
/** Only the safe save writes into an archive. Private folders (caches, drafts, exports) have their own small writers. */
const DIRECT_WRITES = {
  name: 'node:fs/promises',
  importNames: ['writeFile', 'appendFile', 'rename', 'copyFile', 'truncate', 'cp', 'symlink', 'link'],
  message: 'Every write to an archive goes through core/files/safe-save.ts.',
}

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'release', '.cache', 'test/fixtures', 'test-results'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.core.json', './tsconfig.hosts.json', './tsconfig.renderer.json', './tsconfig.test.json'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      'no-restricted-syntax': ['error', ...BARE_LOCALE, ...UNSAFE_HTML],
    },
  },
  {
    files: [
      'core/archive/**',
      'core/import/**',
      'core/tags/**',
      'core/stories/**',
      'core/timeline/**',
      'core/sample/**',
    ],
    rules: { 'no-restricted-imports': ['error', { paths: [DIRECT_WRITES] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // The virtual list's object is mutable, which only React Compiler could not bear; it is not used here.
    rules: { ...reactHooks.configs.recommended.rules, 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
)
