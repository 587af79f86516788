import Heading from '@atlaskit/heading';
import { sandbox } from '../api/sandbox';
import { Refused } from '../shared/Refused';
import { useLoaded } from '../shared/useLoaded';
import { ProviderConsole } from './ProviderConsole';

/** A provider's console as a page of its own. */
export function ConsolePage({ provider }: { readonly provider: string }) {
  const { value, error } = useLoaded('consoles', sandbox.consoles);
  const carrier = value?.carriers.find((one) => one.id === provider);
  return (
    <div className="page page-narrow">
      <Heading size="large" as="h1">
        {carrier?.title ?? provider} console
      </Heading>
      <Refused error={value && !carrier ? `The sandbox has no provider ${provider}.` : error} />
      {carrier && <ProviderConsole carrier={carrier} />}
    </div>
  );
}
