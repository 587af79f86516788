// Translation only: types are tsc's work (`npm run check:types`).
const compilerOptions = {
  target: 'ES2022',
  module: 'CommonJS',
  moduleResolution: 'node10',
  jsx: 'react-jsx',
  esModuleInterop: true,
  resolveJsonModule: true,
  isolatedModules: true,
  allowJs: true,
  sourceMap: true,
};

// Published as ES modules only: translated like our own.
const esModules = [
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  '@vonage',
  'uuid',
];

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[tj]sx?$': ['ts-jest', { tsconfig: compilerOptions, diagnostics: false }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '^file-type$': '<rootDir>/node_modules/file-type/index.js' },
  globalSetup: '<rootDir>/test/support/buildOnce.ts',
  testTimeout: 60_000,
  // Half of the suites wait for a browser or a build: no core need be kept free (on two cores 408 s instead of 634 s).
  maxWorkers: '100%',
  // One process for all suites grows to gigabytes, and ever slower: a worker that has grown is replaced.
  workerIdleMemoryLimit: '800MB',
};
