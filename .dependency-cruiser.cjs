// Who may import whom: the table of docs/design (README, "The map"). One rule per row.
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const core =
  'node:|^(crypto|buffer|util|path|fs|vm|http|async_hooks|events|stream|url|os|module|child_process|timers)(/|$)';
const npm = (...names) => names.map((name) => `^node_modules/${name}(/|$)`);

module.exports = {
  forbidden: [
    only('domain', '^src/domain/', ['^src/domain/', ...npm('libphonenumber-js', 'sms-segments-calculator')]),
    only('providers-shared', '^src/providers/(?!registry)[^/]+[.]ts$', [
      '^src/domain/',
      '^src/providers/[^/]+[.]ts$',
      '^(node:)?crypto$',
      ...npm('zod'),
    ]),
    only('provider-folder', '^src/providers/([^/]+)/', [
      '^src/domain/',
      '^src/providers/$1/',
      '^src/providers/[^/]+[.]ts$',
      '^(node:)?crypto$',
      ...npm('zod', 'jsonwebtoken', 'standardwebhooks'),
    ]),
    only('jira', '^src/jira/', [
      '^src/jira/',
      '^src/domain/',
      '^src/app/ports[.]ts$',
      '^(node:)?crypto$',
      ...npm('zod'),
    ]),
    only('storage', '^src/storage/', [
      '^src/storage/',
      '^src/domain/',
      '^src/app/ports[.]ts$',
      '^(node:)?crypto$',
      ...npm('zod'),
    ]),
    only('app', '^src/app/', [
      '^src/app/',
      '^src/domain/',
      '^src/jira/',
      '^src/storage/',
      '^src/contract/',
      '^src/providers/(provider|providerEvent|outboundMessage)[.]ts$',
      ...npm('zod', 'file-type'),
    ]),
    only('contract', '^src/contract/', ['^src/contract/', '^src/domain/', ...npm('zod')]),
    only('ui', '^src/ui/', [
      '^src/ui/',
      '^src/contract/',
      '^src/domain/text/',
      ...npm('@forge/react', '@forge/bridge', 'react', '@types/react'),
    ]),
    {
      name: 'forge-not-ui',
      severity: 'error',
      from: { path: '^src/forge/' },
      to: { path: '^src/ui/|^sandbox/|^test/' },
    },
    {
      name: 'forge-alone-knows-the-platform',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(forge|ui)/' },
      to: { path: '^node_modules/@forge/' },
    },
    only('index', '^src/index[.]ts$', ['^src/forge/']),
    { name: 'sandbox', severity: 'error', from: { path: '^sandbox/' }, to: { path: '^src/forge/|^test/|^bench/' } },
    { name: 'src-alone', severity: 'error', from: { path: '^src/' }, to: { path: '^(sandbox|test|bench)/' } },
    {
      name: 'registry-alone-imports-providers',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/providers/(registry[.]ts$|[^/]+/)' },
      to: { path: '^src/providers/[^/]+/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
