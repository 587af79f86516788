import { printTable } from './printTable';
import { birdSubjects } from './providers/bird';
import { metaSubjects } from './providers/meta';
import { otherSubjects } from './providers/others';
import { OURS, OURS_VERIFYING } from './providers/ours';
import { perSecond } from './providers/perSecond';
import type { Subject } from './providers/subject';
import { twilioSubjects } from './providers/twilio';

/**
 * Prints how many webhooks a second each provider's gateway verifies and reads, side by side with what others offer for the
 * same bytes; who reads nothing is compared with our verifying alone. Figures only: nothing is asserted, but a side that does not accept the webhook stops the run.
 */
async function main(): Promise<void> {
  const subjects = [...(await metaSubjects()), ...(await twilioSubjects()), ...birdSubjects(), ...otherSubjects()];
  const rates = await perSecond(subjects);
  const rateOf = (subject: Subject | undefined) => (subject && rates.get(subject)) ?? 0;
  const own = ({ webhook, reads }: Subject) =>
    subjects.find((one) => one.webhook === webhook && one.side === (reads > 0 ? OURS : OURS_VERIFYING));
  printTable(
    subjects.map((subject) => ({
      what: subject.webhook,
      side: subject.side,
      reads: subject.reads,
      'per CPU second': Math.round(rateOf(subject)).toLocaleString('en-US'),
      'OmniChat is': `${(rateOf(own(subject)) / rateOf(subject)).toFixed(1)} ×`,
      does: subject.does,
    })),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
