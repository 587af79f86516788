import Button from '@atlaskit/button/new';
import { sandbox } from '../api/sandbox';
import { useSite } from '../shared/site';
import { dayAndTime } from '../shared/time';
import { useAction } from '../shared/useAction';
import { tellJump } from '../shared/jumps';
import { noteJump } from './marks';

/** The world's clock: it runs with real time, and can be moved. */
export function ClockControls() {
  const { state } = useSite();
  const jump = useAction(async (duration: string) => {
    await sandbox.advance(duration);
    tellJump();
    if (duration === 'PT25H') noteJump();
  });
  return (
    <div className="clock">
      {jump.error !== undefined && <span role="alert">{jump.error}</span>}
      <span className="clock-now">
        Sandbox time <time>{dayAndTime(state.now)}</time>
      </span>
      <Button spacing="compact" isDisabled={jump.busy} onClick={() => void jump.run('PT1H')}>
        Jump 1 hour
      </Button>
      <Button spacing="compact" isDisabled={jump.busy} onClick={() => void jump.run('PT25H')}>
        Jump 25 hours
      </Button>
    </div>
  );
}
