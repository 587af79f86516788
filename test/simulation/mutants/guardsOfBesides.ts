import { guard, patch, type Guard } from './guard';

/** Those of what goes past the composer: staff elsewhere, automation, triage; of longer answers; and of what was given up. */
export const GUARDS_OF_BESIDES: readonly Guard[] = [
  // Both know it: the mark of its origin, and its row among the newest.
  {
    name: 'staff: what the provider tells again of staff is no second row',
    patches: [
      patch('src/domain/rules/staffMessage.ts', 'if (messageOfOrigin(thread, event.origin)) return thread;', ''),
      patch('src/domain/rules/staffMessage.ts', 'if (!active || isOurs(thread, active, event))', 'if (!active)'),
    ],
  },
  guard(
    'automation: what it comments stays in Jira unless the rules tick it',
    'src/app/noticeComment.ts',
    "return settings.bridgeAutomation ? 'automation' : 'nobody';",
    "return 'automation';",
  ),
  guard(
    'restricted: a comment that only a role may see is taken back, although its event calls it public',
    'src/app/noticeComment.ts',
    '!isPublic || (await isMessage(ports, commentOrigin(issueId, commentId)))',
    '!isPublic',
  ),
  guard(
    'triage: no request is raised before somebody decides',
    'src/domain/rules/append.ts',
    'if (conversation.untriaged || findEffect(',
    'if (findEffect(',
  ),
  guard(
    'triage: what is decided waits no more',
    'src/storage/triage.ts',
    "if (!is) return [{ kind: 'delete', ref }];",
    'if (!is) return [];',
  ),
  guard(
    'triage: a request that has a conversation is given no other',
    'src/app/settings/triageConversation.ts',
    "if (await conversationOfRequest(ports, issueId)) return refuse('has-conversation');",
    '',
  ),
  guard(
    'provider: a conversation that is archived in its inbox is closed',
    'src/domain/rules/providerClosed.ts',
    'if (!active || active.openedAt >= event.at) return thread;',
    'if (!active || event.at > 0) return thread;',
  ),
  guard(
    'dead letters: what is given up is listed in the settings',
    'src/storage/commitThread.ts',
    '...added.map((letter) => put(deadRef(conversation.id, letter.effect.id), deadValue(conversation, letter))),',
    '',
  ),
  guard(
    'files of agents: each file of an answer goes, not the first alone',
    'src/domain/rules/answerParts.ts',
    'caption: answer.text } }, ...rest]',
    'caption: answer.text } }]',
  ),
  guard(
    'quotes: an answer goes with the message that it replies to',
    'src/domain/rules/answer.ts',
    '...(signed && { signed }), ...quoted(quotes) };',
    '...(signed && { signed }) };',
  ),
  guard(
    'length: an SMS of more parts than the rules allow does not go',
    'src/domain/rules/refusal.ts',
    "return tooMany ? { reason: 'too-many-parts' } : undefined;",
    'return tooMany ? undefined : undefined;',
  ),
];
