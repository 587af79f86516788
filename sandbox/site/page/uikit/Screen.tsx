import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import { useEffect, useRef, useState } from 'react';
import { noteCall } from '../guide/marks';
import { useFlags } from '../shared/flags';
import { watchJumps } from '../shared/jumps';
import { followPath } from '../shared/route';
import { useSite } from '../shared/site';
import { bridgeOf, type Host, type Place } from './bridge';
import { ForgeTree } from './ForgeTree';
import type { ForgeDoc } from './forgeDoc';

type Bridge = ReturnType<typeof bridgeOf>;

declare global {
  interface Window {
    /** Called first thing by every screen: `window.__bridge = parent.bridgeFor(window)`. */
    bridgeFor: (screen: Window) => Bridge;
  }
}

const open = new Map<HTMLIFrameElement, Bridge>();

window.bridgeFor = (screen) => {
  for (const [frame, bridge] of open) if (frame.contentWindow === screen) return bridge;
  throw new Error('a screen was loaded that this page did not open');
};

type Shown = { readonly doc?: ForgeDoc; readonly error?: string };

/**
 * A module of the app: its built bundle runs in a hidden frame, as it would run in Jira, and what it sends is drawn here.
 * Another place or person is another screen, loaded afresh.
 */
export function Screen({ place, entry }: { readonly place: Place; readonly entry: string }) {
  const { state, touch } = useSite();
  const flags = useFlags();
  const frame = useRef<HTMLIFrameElement>(null);
  const [shown, setShown] = useState<Shown>({});
  const [runs, setRuns] = useState(0);
  const key = [entry, place.module, place.person.accountId, place.issue?.key, runs].join('/');

  // Timers of a screen run with the browser's clock: after a jump it begins afresh, as after so long a wait.
  useEffect(() => watchJumps(() => setRuns((count) => count + 1)), []);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let current = true;
    const host: Host = {
      place,
      siteUrl: state.site.url,
      draw: (doc) => current && setShown({ doc }),
      flag: flags.show,
      unflag: flags.close,
      navigate: followPath,
      refresh: () => setRuns((count) => count + 1),
      failed: (error) => {
        console.error(error);
        setShown((before) => ({ ...before, error }));
      },
      called: (call, answer) => {
        noteCall(call, answer);
        if (call !== 'viewConversation' && call !== 'viewSettings') touch();
      },
    };
    open.set(element, bridgeOf(host));
    element.src = `/sandbox/ui/${entry}/index.html`;
    return () => {
      current = false;
      open.delete(element);
      setShown({});
    };
  }, [key]);

  return (
    <section className="screen" data-testid={`screen-${place.module}`}>
      <iframe key={key} ref={frame} hidden title={`The code of the screen ${place.module}`} />
      {shown.error !== undefined && <SectionMessage appearance="error">{shown.error}</SectionMessage>}
      {shown.doc && <ForgeTree doc={shown.doc} />}
      {!shown.doc && shown.error === undefined && <Spinner label="Loading OmniChat" />}
    </section>
  );
}
