import Button from '@atlaskit/button/new';
import { sandbox, type Fault } from '../api/sandbox';
import { Refused } from '../shared/Refused';
import { useAction } from '../shared/useAction';
import { useLoaded } from '../shared/useLoaded';

type Trick = { readonly title: string; readonly help: string; readonly plan: Fault };

const tricks: readonly Trick[] = [
  {
    title: 'Jira takes no comments',
    help: 'The next 5 attempts fail. An answer from the tab still reaches the phone; its comment follows.',
    plan: { at: 'jira.comment', kind: '500', times: 5 },
  },
  {
    title: 'Jira is down',
    help: 'The next 20 calls to Jira fail. What customers write is kept and becomes a request later; the tab cannot ask who may answer, and keeps your text.',
    plan: { at: 'jira.*', kind: '500', times: 20 },
  },
  {
    title: 'Jira is too busy',
    help: 'The next 3 calls are refused for 30 seconds.',
    plan: { at: 'jira.*', kind: '429', times: 3, retryAfterSeconds: 30 },
  },
  {
    title: 'The provider refuses',
    help: 'The next message is refused: the agent sees why, and no comment is written.',
    plan: { at: 'carrier.send', kind: 'refuse', times: 1 },
  },
  {
    title: 'The answer gets lost',
    help: 'The next message goes out, but the provider’s answer never comes: its state is unknown until a report arrives.',
    plan: { at: 'carrier.send', kind: 'timeout-after', times: 1 },
  },
  {
    title: 'The app crashes',
    help: 'It is killed right after its next write to storage. Nothing is lost, nothing comes twice; what it left is taken up within five minutes.',
    plan: { at: 'kvs.transact', kind: 'crash-after', times: 1 },
  },
  {
    title: 'Storage is busy',
    help: 'The next 2 transactions are refused and tried again: nobody notices.',
    plan: { at: 'kvs.transact', kind: 'refuse', times: 2 },
  },
];

/** A fault in the words of its button, and how often it still strikes; one that was set over HTTP in its own. */
function nameOf({ at, kind, times }: Fault): string {
  const trick = tricks.find(({ plan }) => plan.at === at && plan.kind === kind);
  return `${trick?.title ?? `${at} ${kind}`} (${times} ×)`;
}

/** Faults at named places, to see what the app makes of them. */
export function BreakIt() {
  const { value: waiting = [], error } = useLoaded('faults', sandbox.faults);
  const breakIt = useAction((plan: Fault) => sandbox.breakIt([...waiting, plan]));
  const repair = useAction(() => sandbox.repair());
  return (
    <div className="break-it">
      <Refused error={error ?? breakIt.error ?? repair.error} />
      {waiting.length > 0 && (
        <p className="break-it-waiting">
          Waiting to strike: {waiting.map(nameOf).join(', ')}{' '}
          <Button spacing="compact" onClick={() => void repair.run()}>
            Repair all
          </Button>
        </p>
      )}
      {tricks.map(({ title, help, plan }) => (
        <div key={title} className="trick">
          <Button spacing="compact" onClick={() => void breakIt.run(plan)}>
            {title}
          </Button>
          <small>{help}</small>
        </div>
      ))}
    </div>
  );
}
