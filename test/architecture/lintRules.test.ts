import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');

/** A project of these files under our rules; its folder is gone once it was looked at. */
function findingsIn(files: Readonly<Record<string, string>>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'omnichat-lint-')));
  try {
    for (const name of ['.oxlintrc.json', 'scripts/lintRules.cjs']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const compilerOptions = { strict: true, target: 'ES2022', lib: ['ES2023'], types: ['node'], noEmit: true };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return lint(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lint(folder: string): readonly string[] {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 50_000,
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code?: string; filename: string }[] };
  return diagnostics.map(({ code, filename }) => `${filename}: ${String(code)}`).sort();
}

const hidden = 'export const inputs = [Date.now(), new Date(), Math.random(), process.env, AbortSignal.timeout(1)];\n';
const long = (lines: number) => `export function long(): void {\n${'  long();\n'.repeat(lines)}}\n`;

test('what only a lint with types sees is refused', () => {
  const files = {
    'src/types.ts': `
export async function promised(kind: 'a' | 'b', text: string, unknown: any): Promise<string> {
  Promise.resolve(1);
  if (promised(kind, text, unknown)) await text;
  switch (kind) { case 'a': break; }
  [1].forEach(async () => { await Promise.resolve(); });
  if (text === undefined) throw 'never';
  return unknown.name;
}
`,
  };
  expect([...new Set(findingsIn(files))]).toEqual(
    [
      'await-thenable',
      'no-explicit-any',
      'no-floating-promises',
      'no-misused-promises',
      'no-unnecessary-condition',
      'no-unsafe-member-access',
      'no-unsafe-return',
      'only-throw-error',
      'switch-exhaustiveness-check',
    ].map((rule) => `src/types.ts: typescript(${rule})`),
  );
});

test('time, chance and environment enter src by ports, and in src/forge alone are made', () => {
  const found = findingsIn({ 'src/app/hidden.ts': hidden, 'src/forge/ports.ts': hidden, 'test/hidden.ts': hidden });
  expect(found).toEqual(Array(5).fill('src/app/hidden.ts: omnichat(no-hidden-inputs)'));
});

test('lengths, parameters, assertions and enums are held as the style says', () => {
  const cast = "export const cast = 'x'.length as unknown;\n";
  const found = findingsIn({
    'src/cast.ts': cast,
    'test/cast.ts': cast,
    'src/enum.ts': 'export enum Kind {\n  A,\n}\n',
    'src/long.ts': long(40),
    'src/Screen.tsx': long(70),
    'test/long.ts': long(249),
    'src/nested.ts': 'export const nested = (a: boolean, b: boolean) => (a ? 1 : b ? 2 : 3);\n',
    'src/params.ts': 'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;\n',
    'src/excused.ts': 'export const fine = 1; // oxlint-disable-line no-control-regex\n',
  });
  expect(found).toEqual([
    'src/cast.ts: typescript(consistent-type-assertions)',
    'src/enum.ts: omnichat(no-enum)',
    'src/excused.ts: undefined',
    'src/long.ts: eslint(max-lines-per-function)',
    'src/nested.ts: eslint(no-nested-ternary)',
    'src/params.ts: eslint(max-params)',
    'test/long.ts: eslint(max-lines)',
  ]);
});
