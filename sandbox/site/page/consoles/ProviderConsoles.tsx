import Spinner from '@atlaskit/spinner';
import { useState } from 'react';
import { sandbox } from '../api/sandbox';
import { Refused } from '../shared/Refused';
import { useLoaded } from '../shared/useLoaded';
import { ProviderConsole } from './ProviderConsole';

/** The other side of a connection: what a provider's own site would show to its customer. */
export function ProviderConsoles() {
  const { value, error } = useLoaded('consoles', sandbox.consoles);
  const [chosen, choose] = useState<string>();
  if (!value) return error === undefined ? <Spinner label="Loading" /> : <Refused error={error} />;
  const shown = value.carriers.find((carrier) => carrier.id === chosen) ?? value.carriers[0];
  return (
    <div className="consoles">
      <div className="activity-tabs" role="group" aria-label="Provider">
        {value.carriers.map((carrier) => (
          <button
            key={carrier.id}
            type="button"
            className="activity-tab"
            aria-pressed={carrier === shown}
            onClick={() => choose(carrier.id)}
          >
            {carrier.title}
          </button>
        ))}
      </div>
      {shown && <ProviderConsole key={shown.id} carrier={shown} />}
    </div>
  );
}
