import { guard, patch, type Guard } from './guard';
import { GUARDS_OF_BESIDES } from './guardsOfBesides';
import { GUARDS_OF_BOOKS } from './guardsOfBooks';
import { GUARDS_OF_ENDINGS } from './guardsOfEndings';

/** Each keeps one law. Without it the simulation must find a story that breaks. */
export const GUARDS: readonly Guard[] = [
  guard(
    'origin marks and keys: a message delivered again is known',
    'src/domain/rules/customerMessage.ts',
    'if (messageOfOrigin(thread, event.origin)) return thread;',
    '',
  ),
  guard(
    'origin of a tab answer: the same draft is one answer',
    'src/domain/rules/answer.ts',
    'if (!conversation || messageOfOrigin(thread, event.origin)) return thread;\n  if (answerRefusal',
    'if (!conversation) return thread;\n  if (answerRefusal',
  ),
  guard(
    'origin of a comment: the same comment is one answer',
    'src/domain/rules/answer.ts',
    'if (messageOfOrigin(thread, event.origin))\n    return onCommentChanged(thread, { ...event, ...EDITED, fileCount: event.files?.length ?? 0, at: event.publicAt });',
    '',
  ),
  guard(
    'compare-and-set: a head is written only as it was read',
    'src/storage/commitThread.ts',
    'ifRev: before.head.rev,',
    '',
  ),
  {
    name: 'lease: nobody starts what somebody holds',
    patches: [
      patch('src/domain/rules/lanes.ts', 'if (lane.lease && lane.lease.until > now) return thread;', ''),
      patch('src/domain/rules/lanes.ts', 'if (lane.lease) return lane.lease.until;', ''),
      patch(
        'src/domain/rules/lanes.ts',
        'lane.lease ? withoutLease(interrupted(thread, taking.lane, lane), taking.lane) : thread',
        'thread',
      ),
    ],
  },
  guard(
    'an interrupted send is unknown, not sent again',
    'src/domain/rules/lanes.ts',
    "if (effect.kind === 'send-message')",
    'if (false)',
  ),
  guard(
    'look-up: a creation of unknown outcome is looked for first',
    'src/app/effects/createRequest.ts',
    'task.effect.unknownSince === undefined ? createNow(task, conversation) : lookUp(task, conversation)',
    'createNow(task, conversation)',
  ),
  {
    name: 'a creation without an answer is unknown: looked for, and found by its event',
    patches: [
      patch('src/app/effects/createRequest.ts', "if (created.kind === 'unknown' && isAsked)", 'if (false)'),
      patch(
        'src/app/noticeProductEvent.ts',
        "if (event.kind === 'created') return noticeCreated(app, event);",
        "if (event.kind === 'created') return;",
      ),
    ],
  },
  guard(
    'intent: a request that carries our intent is adopted once',
    'src/domain/rules/requestFound.ts',
    'if (conversation.request) return onTwin({ thread, conversation }, created, now);',
    '',
  ),
  {
    name: 'visibility: an internal comment is not an answer, whatever the event says and when it is read again',
    patches: [
      patch('src/app/noticeComment.ts', 'if (!event.isPublic && !event.edited) return;', ''),
      patch(
        'src/app/noticeComment.ts',
        'if (!event.isPublic && !(await isMessage(app.ports, commentOrigin(event.issueId, event.commentId)))) return;',
        '',
      ),
      patch(
        'src/app/noticeComment.ts',
        'if (!comment?.isPublic) return (await isTakenBack(app, event)) ? takenBack(app, id, event) : undefined;',
        'if (!comment) return;',
      ),
    ],
  },
  {
    name: 'echo: a comment of ours is not an answer, by its trace, its mark and its origin',
    patches: [
      patch(
        'src/app/noticeProductEvent.ts',
        'return isOurTrace(event.trace) ? undefined : noticeComment(',
        'return noticeComment(',
      ),
      patch('src/app/noticeComment.ts', 'if (!marker && isNew && !isKept)', 'if (isNew && !isKept)'),
      patch('src/domain/rules/ended.ts', 'wrote ? withOrigin(thread, wrote.origin, wrote.message) : thread', 'thread'),
    ],
  },
  guard(
    'window: nothing goes out once it has closed',
    'src/domain/rules/refusal.ts',
    'if (!window || window.open) return undefined;',
    'return undefined;',
  ),
  guard(
    'opt-out: nothing goes out to who said STOP',
    'src/domain/rules/refusal.ts',
    "if (carriage.suppressed) return { reason: 'suppressed' };",
    '',
  ),
  guard(
    'status order: a late report never goes back',
    'src/domain/delivery.ts',
    'if (RANK[reported.status] <= RANK[current.status]) return { ...current, history };',
    '',
  ),
  guard(
    'a send that got no answer is unknown: never tried again blindly',
    'src/app/deliver.ts',
    "return { kind: 'send-unknown', message };",
    "return { kind: 'later', at: app.ports.clock.now() + 1_000 };",
  ),
  guard(
    'waking: a performer is called for new work',
    'src/app/announce.ts',
    'delayMs === undefined ? undefined : ring(app, after.head, { delayMs }),',
    'undefined,',
  ),
  guard(
    'sweep: a head nobody was told of is found',
    'src/domain/rules/lanes.ts',
    'return earliest(dues.filter((due) => due !== undefined));',
    'return dues.length > 99 ? 0 : undefined;',
  ),
  guard(
    'cursor: only what is copied counts as copied',
    'src/domain/rules/ended.ts',
    'const mirrored = Math.max(conversation.mirrored, result.upTo);',
    'const mirrored = conversation.messages;',
  ),
  guard(
    'a copy of unknown outcome is looked for first',
    'src/app/effects/mirrorNewComment.ts',
    'if (!mayExist) return write(task, run);',
    'return write(task, run);',
  ),
  guard(
    'one active per slot: a message joins the active conversation',
    'src/domain/slot.ts',
    'if (own) return own;',
    'return undefined;',
  ),
  guard(
    'a message taken only once it is stored',
    'src/app/receiveWebhook.ts',
    'return taken ? trusted.value.gateway.acknowledgement : AGAIN;',
    'return taken || true ? trusted.value.gateway.acknowledgement : AGAIN;',
  ),
  guard(
    'cool-down: an automatic text is not said again at once',
    'src/domain/rules/saidToday.ts',
    'return now - last >= settings.coolDownMinutes * 60_000 && replies < MOST_REPLIES;',
    'return true;',
  ),
  {
    name: 'a status notice is told once an episode',
    patches: [
      patch(
        'src/domain/rules/statusNotice.ts',
        'if (!notice || told.includes(nameOf(notice))) return',
        'if (!notice) return',
      ),
      patch(
        'src/domain/rules/statusNotice.ts',
        'if (!notice || isOver || told.includes(nameOf(notice))) return',
        'if (!notice || isOver) return',
      ),
    ],
  },
  guard(
    'block: what a blocked contact writes opens no request',
    'src/domain/rules/customerMessage.ts',
    'if (known.head.blocked) return onBlockedMessage(known, event, moment);',
    '',
  ),
  {
    name: 'portal: a copy of ours is not the customer’s own comment',
    patches: [
      patch(
        'src/app/noticeProductEvent.ts',
        'return isOurTrace(event.trace) ? undefined : noticeComment(',
        'return noticeComment(',
      ),
      patch(
        'src/app/noticeComment.ts',
        'return isNew && !marker ? noticePortalComment',
        'return isNew ? noticePortalComment',
      ),
    ],
  },
  {
    name: 'a correction is sent once',
    patches: [
      patch('src/app/changedComment.ts', 'if (isUntold(old.comment, asked.change)) return true;', 'return true;'),
      patch('src/domain/rules/commentChanged.ts', 'if (!told) return undefined;', 'return undefined;'),
    ],
  },
  guard(
    'withdrawn: a comment that was deleted or made internal before it was sent is not sent',
    'src/domain/rules/commentChanged.ts',
    'return withdrawn(thread, message, event.at) ?? withChange(thread, message, event);',
    'return withChange(thread, message, event);',
  ),
  guard(
    'opt-out words: STOP on WhatsApp is understood',
    'src/domain/keywords.ts',
    'return standard ? known : undefined;',
    'return undefined;',
  ),
  guard(
    'lanes: an answer does not wait for Jira',
    'src/domain/effect.ts',
    "if (kind === 'send-message') return 'phone';",
    "if (kind === 'send-message') return 'jira';",
  ),
  guard(
    'a file that may be attached already is looked for first',
    'src/app/effects/attach.ts',
    'return mayExist ? unlessThere(task, { issueId, message, media }) : fetchAndAdd(task, { issueId, message, media });',
    'return fetchAndAdd(task, { issueId, message, media });',
  ),
  guard('a file that nobody waits for says so', 'src/domain/rules/block.ts', 'unwanted(event)', 'event'),
  guard(
    'changes: new words for a message, or taking it back, ask for nothing',
    'src/domain/content.ts',
    "content.kind !== 'reaction' && content.kind !== 'edit' && content.kind !== 'deletion'",
    "content.kind !== 'reaction'",
  ),
  ...GUARDS_OF_BESIDES,
  ...GUARDS_OF_BOOKS,
  ...GUARDS_OF_ENDINGS,
];
