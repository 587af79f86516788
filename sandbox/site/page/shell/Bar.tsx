import { ClockControls } from '../guide/ClockControls';
import { To } from '../shared/route';

/** Thin, and always there: nobody shall take this for the real thing. */
export const Bar = () => (
  <header className="bar">
    <To route={{ name: 'queue' }} className="bar-title">
      OmniChat sandbox – not Jira
    </To>
    <ClockControls />
  </header>
);
