import type { Agenda } from '../agenda';
import type { Functions } from './functions';
import { functionOf, type Interval, type Manifest, type ModuleDeclaration, modulesOf } from './manifest';
import { contextAriOf } from './runtime';

const EVERY_MS: Record<Interval, number> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

type ScheduleParts = {
  readonly manifest: Manifest;
  readonly agenda: Agenda;
  readonly functions: Functions;
  readonly cloudId: string;
};

/** Runs scheduled triggers, the first time one interval after the start. What a run throws is not tried again. */
export function startSchedules(parts: ScheduleParts): void {
  const { manifest, agenda } = parts;
  agenda.on('forge.schedule', async ({ key }: { key: string }) => {
    const module = modulesOf(manifest, 'scheduledTrigger').find((one) => one.key === key);
    if (!module) return; // a schedule of an older version of the app
    // A run that a crash of the sandbox repeats has planned the next one already.
    if (!isPlanned(parts, key)) plan(parts, module);
    await run(parts, module);
  });
  for (const module of modulesOf(manifest, 'scheduledTrigger')) {
    if (!isPlanned(parts, module.key)) plan(parts, module);
  }
}

const isPlanned = ({ agenda }: ScheduleParts, key: string): boolean =>
  agenda.waiting().some((item) => item.kind === 'forge.schedule' && (item.payload as { key: string }).key === key);

function plan({ agenda }: ScheduleParts, { key, interval = 'hour' }: ModuleDeclaration): void {
  agenda.add({ kind: 'forge.schedule', what: `schedule ${key}`, inMs: EVERY_MS[interval], payload: { key } });
}

async function run({ manifest, functions, cloudId }: ScheduleParts, module: ModuleDeclaration): Promise<void> {
  const { key: functionKey, timeoutSeconds = 55 } = functionOf(manifest, module.function);
  const request = { context: { cloudId, moduleKey: module.key }, contextToken: '' };
  await functions.invoke({
    functionKey,
    module: { key: module.key, type: 'scheduledTrigger' },
    args: [request, { installContext: contextAriOf(cloudId) }],
    limitMs: timeoutSeconds * 1_000,
  });
}
