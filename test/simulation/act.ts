import type { Run } from './books';
import { AGENTS_DO } from './steps/agents';
import { CUSTOMERS } from './steps/customers';
import { ANSWERS } from './steps/answers';
import { DEPARTURES } from './steps/departures';
import type { Doings } from './steps/doing';
import { OUTSIDE } from './steps/outside';
import { REQUESTS } from './steps/requests';
import { ROWS } from './steps/rows';
import { STAFF } from './steps/staff';
import { TEMPLATES } from './steps/templates';
import { TRIAGE } from './steps/triage';
import type { Step } from './story';
import { isTrouble } from './trouble';

/** Does one step. What is not possible now is left out. */
export async function act(run: Run, step: Step): Promise<void> {
  const { books, world, faults } = run;
  books.done[step.kind] = (books.done[step.kind] ?? 0) + 1;
  if (isTrouble(step) && !(step.kind === 'fault' && step.fault.at === 'carrier.send'))
    books.troubledAt ??= world.agenda.now();
  faults.arm(step);
  await (DOINGS[step.kind] as (run: Run, step: Step) => unknown)(run, step);
}

const DOINGS: Doings<Step> = {
  ...CUSTOMERS,
  ...STAFF,
  ...AGENTS_DO,
  ...ANSWERS,
  ...TEMPLATES,
  ...ROWS,
  ...REQUESTS,
  ...TRIAGE,
  ...DEPARTURES,
  ...OUTSIDE,
  meanwhile: (run, { inMs, step }) => void run.world.agenda.globals.setTimeout(() => void act(run, step), inMs),
};
