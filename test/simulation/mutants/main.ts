import { simulate } from '../simulate';
import { writeStory } from '../writeStory';
import { buildMutant } from './buildMutant';
import type { Guard } from './guard';
import { GUARDS } from './guards';

/** Stories tried before a mutant counts as one that survived: the rarest guard (the closed window) is needed once in 272. */
const MOST = Number(process.argv[2] ?? 400);

type Fate = { readonly stories: number; readonly invariant?: string };

/** Removes each guard in turn and tells which law broke, and after how many stories. */
async function main(): Promise<void> {
  const only = process.argv[3];
  const survivors: string[] = [];
  for (const [index, guard] of GUARDS.entries()) {
    if (only !== undefined && !guard.name.includes(only)) continue;
    const { stories, invariant } = await fateOf(guard, `mutant-${index}`);
    if (invariant === undefined) survivors.push(guard.name);
    console.log(
      `${invariant === undefined ? 'SURVIVED' : 'killed  '} ${String(stories).padStart(4)}  ${guard.name}${invariant === undefined ? '' : ` → ${invariant}`}`,
    );
  }
  console.log(
    survivors.length === 0 ? 'Every guard is needed.' : `${survivors.length} guards could be removed unseen.`,
  );
  process.exitCode = survivors.length === 0 ? 0 : 1;
}

async function fateOf(guard: Guard, name: string): Promise<Fate> {
  const build = await buildMutant(guard, name);
  for (let seed = 1; seed <= MOST; seed += 1) {
    const broken = await brokenBy(seed, build);
    if (broken !== undefined) return { stories: seed, invariant: broken };
  }
  return { stories: MOST };
}

/** A mutant that throws where the app must not is as dead as one that breaks a law. */
async function brokenBy(seed: number, build: Awaited<ReturnType<typeof buildMutant>>): Promise<string | undefined> {
  try {
    return (await simulate(writeStory(seed), build)).violations[0]?.invariant;
  } catch (error) {
    return `the world stopped: ${error instanceof Error ? error.message : String(error)}`;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
