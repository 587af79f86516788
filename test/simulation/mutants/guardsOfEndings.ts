import { guard, patch, type Guard } from './guard';

/** Those whose laws break in the endings of stories. */
export const GUARDS_OF_ENDINGS: readonly Guard[] = [
  guard(
    'timers: the sweep finds a head whose time has come',
    'src/domain/rules/lanes.ts',
    ', ...head.timers.map(({ at }) => at)];',
    '];',
  ),
  {
    name: 'left phone: nothing that waited goes where the customer is no more',
    patches: [
      patch(
        'src/app/effects/sendMessage.ts',
        "if (hasLeft(thread.contact, address)) return { reason: 'address-left' };",
        '',
      ),
      patch(
        'src/domain/rules/identityChanged.ts',
        "return withoutSends(led, { from: gone, failure: { reason: 'address-left' }, now });",
        'return now > 0 ? led : withoutSends(led, { from: gone, failure: { reason: "address-left" }, now });',
      ),
    ],
  },
  // Both know it: the head for its own customer at once, the record for every project.
  {
    name: 'opt-out across phones: who said STOP has said it at the new one',
    patches: [
      patch(
        'src/app/takeIn.ts',
        "if (one.event.kind === 'identity') await carrySuppression(app.ports, one.event.was, one.event.now);",
        '',
      ),
      patch('src/domain/rules/identityChanged.ts', 'if (!optOut || !address) return thread;', 'return thread;'),
    ],
  },
  guard(
    'lock: what waits is not sent once its conversation is locked',
    'src/app/effects/sendMessage.ts',
    '?? lockRefusal(locked, message)',
    '',
  ),
  guard(
    'lock: a file that comes to a locked conversation is not fetched, and says so',
    'src/domain/rules/afterClose.ts',
    'addInboundRow(scene, unwanted(event), now)',
    'addInboundRow(scene, event, now)',
  ),
  guard(
    'catch-up: what was written on a request before it was found is taken in',
    'src/domain/rules/requestFound.ts',
    "created.adopted ? once(hurried, conversation.id, { kind: 'catch-up' }) : hurried",
    'hurried',
  ),
  guard(
    'late Done: what was written after it goes on to the conversation that follows',
    'src/domain/rules/requestStatus.ts',
    'return late.length > 0 ? openFollowUp(closed, late, moment) : closed;',
    'return closed;',
  ),
  {
    name: 'pause: what a customer says then belongs to another conversation',
    patches: [
      patch(
        'src/domain/rules/afterClose.ts',
        'if (!opens(event, moment.settings)) return withRow(',
        'if (paused || !opens(event, moment.settings)) return withRow(',
      ),
      patch('src/domain/rules/afterClose.ts', 'if (!isNeeded) return last?.locked ? [last.id] : [];', ''),
    ],
  },
];
