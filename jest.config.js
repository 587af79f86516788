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

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.[tj]sx?$': ['ts-jest', { tsconfig: compilerOptions, diagnostics: false }] },
  transformIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/support/buildOnce.ts',
  testTimeout: 60_000,
};
