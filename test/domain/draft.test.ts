import { isEmptyDraft, stillUnsent, type Draft } from '../../src/domain/draft';
import { asAccountId } from '../../src/domain/ids';
import type { OutboundMessage } from '../../src/domain/message';
import { anOutbound, BEN, FIRST, NOW } from '../support/builders';
import { messageKey } from '../../src/domain/ids';

const draft: Draft = { at: NOW, draftId: 'd', text: 'Help is on', internal: '', quotes: messageKey(FIRST, 1) };
const sent = (more: Partial<OutboundMessage> = {}, text = 'Help is on its way') =>
  anOutbound({
    via: 'tab',
    author: { kind: 'agent', accountId: BEN },
    receivedAt: NOW + 1,
    content: { kind: 'text', text },
    ...more,
  });

test('what was sent since, in whole or with more behind it, is no draft any more', () => {
  expect(stillUnsent(draft, BEN, [sent()])).toEqual({ at: NOW, draftId: 'd', text: '', internal: '' });
  expect(stillUnsent(draft, BEN, [sent({}, 'Help is on')]).text).toBe('');
  const file = { kind: 'document', providerId: '', mimeType: 'text/plain' } as const;
  expect(stillUnsent(draft, BEN, [sent({ content: { kind: 'media', media: file, caption: 'Help is on' } })]).text).toBe(
    '',
  );
});

test.each<[string, OutboundMessage]>([
  ['somebody else wrote', sent({ author: { kind: 'agent', accountId: asAccountId('mia') } })],
  ['was written before', sent({ receivedAt: NOW - 1 })],
  ['was written as a comment', sent({ via: 'comment' })],
  ['did not go out', sent({ delivery: { status: 'failed', history: [] } })],
  ['says something else, as a message sent again', sent({}, 'The printer is off')],
])('a message that %s leaves it alone', (_which, message) => {
  expect(stillUnsent(draft, BEN, [message])).toEqual(draft);
});

test('a template that was sent is no draft any more, what was typed beside it stays', () => {
  const template = { template: 'case_update', language: 'en', typed: { 'body.0': 'Ana' } };
  const content = {
    kind: 'template',
    text: 'Hello Ana',
    template: { id: 'case_update', name: 'case_update', language: 'en', body: ['Ana'], buttons: [] },
  } as const;
  const left = stillUnsent({ ...draft, template }, BEN, [sent({ content })]);
  expect(left).toEqual(draft);
  expect(stillUnsent({ ...draft, template }, BEN, [sent()]).template).toEqual(template);
});

test('blanks are no draft; a chosen quote or template is', () => {
  expect(isEmptyDraft({ text: ' \n', internal: '' })).toBe(true);
  expect(isEmptyDraft({ text: '', internal: 'Hm' })).toBe(false);
  expect(isEmptyDraft({ text: '', internal: '', quotes: messageKey(FIRST, 1) })).toBe(false);
  expect(isEmptyDraft({ text: '', internal: '', template: { template: 't', language: 'en', typed: {} } })).toBe(false);
});
