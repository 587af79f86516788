import CheckIcon from '@atlaskit/icon/core/check-circle';
import { useEffect, useSyncExternalStore } from 'react';
import { usePhones } from '../shared/usePhoneMessages';
import { useSite } from '../shared/site';
import { marksNow, restartGuide, startGuide, watchMarks } from './marks';
import { steps, stepsDone, type Step } from './steps';

/** The first screen explains itself: six steps, ticked by what really happened. */
export function Guide() {
  const { state } = useSite();
  const marks = useSyncExternalStore(watchMarks, marksNow);
  const { phones } = usePhones();
  // A world made anew is younger than the marks of the one before.
  const isStale = marks.since === undefined || marks.since > state.now;
  useEffect(() => {
    if (isStale) restartGuide(state.now);
    else startGuide(marks.since);
  }, [isStale]);
  const done = stepsDone(
    marks,
    phones.flatMap((phone) => phone.messages),
  );
  const next = steps.find((step) => !done.has(step.id));
  return (
    <section className="guide" aria-label="Six steps to try OmniChat">
      <ol className="guide-steps">
        {steps.map((step, index) => (
          <OneStep key={step.id} step={step} number={index + 1} isDone={done.has(step.id)} isNext={step === next} />
        ))}
      </ol>
      <p className="guide-help" aria-live="polite">
        {next?.help ?? 'That is the whole journey. Now try to break it: the tab below the phones says how.'}
      </p>
    </section>
  );
}

type StepParts = { readonly step: Step; readonly number: number; readonly isDone: boolean; readonly isNext: boolean };

function OneStep({ step, number, isDone, isNext }: StepParts) {
  const state = isDone ? 'done' : 'open';
  return (
    <li
      className={`guide-step guide-step-${state}`}
      aria-current={isNext ? 'step' : undefined}
      data-testid={`step-${step.id}`}
    >
      <span className="guide-mark">{isDone ? <CheckIcon label="Done:" color="currentColor" /> : number}</span>
      {step.title}
    </li>
  );
}
