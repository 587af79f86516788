import { messageKey } from '../../../src/domain/ids';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { Message, OutboundMessage } from '../../../src/domain/message';
import type { Thread } from '../../../src/domain/thread';
import { decide } from '../../../src/domain/decide';
import { answerRefusal } from '../../../src/domain/rules/answer';
import {
  aMoment,
  after,
  ANAS_PHONE,
  aThreadWith,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  theActive,
} from '../../support/builders';
import { aComment, aFile, anAnswer, CARRIES_FILES } from '../../support/eventBuilders';

const photo = aFile();
const pdf = aFile({ attachmentId: '301', name: 'offer.pdf', mimeType: 'application/pdf' });
const voice = aFile({ attachmentId: '302', name: 'note.ogg', mimeType: 'audio/ogg' });
const carriage = CARRIES_FILES;
const bySms = { channel: 'sms', number: NUMBER, address: ANAS_PHONE } as const;

type Row = { kind: string; said: string | undefined; file?: string; reason?: string };
const rowOf = (message: Message): Row => {
  const { content } = message;
  const failure = message.direction === 'outbound' ? message.delivery.failure : undefined;
  const reason = failure && { reason: failure.reason };
  if (content.kind === 'media')
    return { kind: content.media.kind, said: content.caption, file: content.media.file?.attachmentId ?? '', ...reason };
  return { kind: content.kind, said: 'text' in content ? content.text : undefined, ...reason };
};
const rows = (thread: ReturnType<typeof aThreadWith>) =>
  Object.values(thread.messages)
    .filter(({ direction }) => direction === 'outbound')
    .map(rowOf);

describe('X12 an answer from the tab with files', () => {
  test('is a message each, the text below the first, all of one draft', () => {
    const answer = anAnswer({ files: [photo, pdf], carriage });
    const thread = after(aThreadWith(), answer);
    expect(rows(thread)).toEqual([
      { kind: 'image', said: 'On my way', file: '300' },
      { kind: 'document', said: undefined, file: '301' },
    ]);
    expect(effectsIn(thread, 'phone')).toEqual(['send-message', 'send-message']);
    expect(after(thread, { ...answer, owner: 'again' })).toBe(thread);
  });

  test('says its text first where a voice note cannot carry it, or where it is too long to stand below', () => {
    expect(rows(after(aThreadWith(), anAnswer({ files: [voice], carriage })))).toEqual([
      { kind: 'text', said: 'On my way' },
      { kind: 'voice', said: undefined, file: '302' },
    ]);
    const text = 'x'.repeat(1_025);
    expect(rows(after(aThreadWith(), anAnswer({ text, files: [photo], carriage }))).map(({ kind }) => kind)).toEqual([
      'text',
      'image',
    ]);
  });

  test('needs no word', () => {
    expect(rows(after(aThreadWith(), anAnswer({ text: '', files: [photo], carriage })))).toEqual([
      { kind: 'image', said: undefined, file: '300' },
    ]);
  });

  test.each([
    ['of which one is too large', { files: [photo, aFile({ size: 101_000_000 })], carriage }],
    ['more than eight', { files: Array.from({ length: 9 }, () => photo), carriage }],
    ['on a channel without files', { files: [photo] }],
  ])('%s changes nothing', (_, more) => {
    const thread = aThreadWith();
    expect(after(thread, anAnswer(more))).toBe(thread);
  });

  test('S0-24 changes nothing where the project sends no files', () => {
    const thread = aThreadWith();
    const moment = { ...aMoment(NOW), settings: { ...DEFAULT_SETTINGS, filesToCustomer: false } };
    expect(decide(thread, anAnswer({ files: [photo], carriage }), moment)).toBe(thread);
  });
});

describe('a public comment with files', () => {
  test('goes as its text, then a message for each file, once', () => {
    const comment = aComment({ files: [photo, pdf], carriage });
    const thread = after(aThreadWith(), comment);
    expect(rows(thread)).toEqual([
      { kind: 'text', said: 'On my way' },
      { kind: 'image', said: undefined, file: '300' },
      { kind: 'document', said: undefined, file: '301' },
    ]);
    expect(Object.values(thread.messages).map((one) => 'commentId' in one && one.commentId)).toContain('500');
    expect(after(thread, comment)).toBe(thread);
  });

  test('of files alone is told again without anybody calling it edited', () => {
    const comment = aComment({ text: '', files: [photo], carriage });
    const thread = after(aThreadWith(), comment);
    expect(rows(thread)).toHaveLength(1);
    expect(after(thread, comment)).toBe(thread);
  });

  test('by SMS goes as its text; its files are rows that were not delivered, and one note tells of them', () => {
    const thread = after(aThreadWith({ route: bySms }), aComment({ files: [photo, pdf] }));
    expect(rows(thread)).toEqual([
      { kind: 'text', said: 'On my way' },
      { kind: 'document', said: undefined, file: '300', reason: 'sms-text-only' },
      { kind: 'document', said: undefined, file: '301', reason: 'sms-text-only' },
    ]);
    expect(effectsIn(thread, 'phone')).toEqual(['send-message']);
    expect(effectsIn(thread, 'jira').filter((kind) => kind === 'note')).toHaveLength(1);
  });

  test('that is barred as a whole is rows that were not delivered and one note', () => {
    const thread = after(aThreadWith({ state: 'paused' }), aComment({ files: [photo], carriage }));
    expect(rows(thread).map(({ reason }) => reason)).toEqual(['conversation-paused', 'conversation-paused']);
    expect(effectsIn(thread, 'jira').filter((kind) => kind === 'note')).toHaveLength(1);
    expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({ delivery: { status: 'failed' } });
  });
});

test('a comment that is withdrawn before it was sent is told of once, however often Jira tells', () => {
  const comment = aComment();
  const waiting = after(aThreadWith(), comment);
  const { origin, commentId } = comment;
  const deleted = {
    kind: 'comment-changed',
    change: 'deleted',
    origin,
    commentId,
    conversation: FIRST,
    at: NOW,
  } as const;
  const withdrawn = after(waiting, deleted);
  expect(withdrawn.messages[messageKey(FIRST, 2)]).toMatchObject({ delivery: { failure: { reason: 'withdrawn' } } });
  expect(after(withdrawn, deleted)).toBe(withdrawn);
});

describe('a file that an edit adds to a comment', () => {
  const comment = aComment();
  const sent = after(aThreadWith(), comment);
  const row = (thread: Thread) => thread.messages[messageKey(FIRST, 2)];
  const edit = (fileCount: number, text = comment.text ?? '') => ({
    kind: 'comment-changed' as const,
    change: 'edited' as const,
    origin: comment.origin,
    conversation: FIRST,
    commentId: comment.commentId,
    at: NOW,
    text,
    fileCount,
  });

  test('is told of on the row, and no more once it is taken out again', () => {
    const added = after(sent, edit(1));
    expect(row(added)).toMatchObject({ comment: { change: 'file-added', at: NOW } });
    expect(row(after(added, edit(0)))).not.toHaveProperty('comment');
  });

  describe('whose text was changed as well', () => {
    const both = after(sent, edit(1, 'Something else'));
    const { key } = row(both) as OutboundMessage;
    const correcting = anAnswer({
      origin: 'correction',
      text: 'Something else',
      carriage,
      corrects: { message: key, origin: comment.origin },
    });
    const adding = anAnswer({ origin: 'added', text: '', files: [photo], carriage, adds: { message: key, shown: 1 } });
    const told = (thread: Thread) => (row(thread) as OutboundMessage).comment;

    test('is told of beside the edit, whichever came first, and only once', () => {
      expect(told(both)).toEqual({ change: 'edited', at: NOW, isFileAdded: true });
      expect(told(after(after(sent, edit(1)), edit(1, 'Something else')))).toEqual(told(both));
      expect(after(both, edit(1, 'Something else'))).toBe(both);
    });

    test('is told of no more, and the edit still is, once it is taken out or sent', () => {
      expect(told(after(both, edit(0, 'Something else')))).toEqual({ change: 'edited', at: NOW });
      expect(told(after(both, adding))).toEqual({ change: 'edited', at: NOW });
      expect(told(after(both, edit(1)))).toEqual({ change: 'file-added', at: NOW });
    });

    test('is still told of once the correction went, and goes then, too', () => {
      const corrected = after(both, correcting);
      expect(told(corrected)).toMatchObject({ change: 'corrected', isFileAdded: true });
      const sentBoth = after(corrected, adding);
      expect(told(sentBoth)).not.toHaveProperty('isFileAdded');
      expect(told(sentBoth)).toMatchObject({ change: 'corrected' });
      expect(rows(sentBoth).map(({ kind }) => kind)).toEqual(['text', 'text', 'image']);
    });
  });

  test('is not told of where nobody counted the files when it was sent', () => {
    const { fileCount: _, ...old } = row(sent) as OutboundMessage;
    const thread = { ...sent, messages: { ...sent.messages, [old.key]: old } };
    expect(row(after(thread, edit(1)))).not.toHaveProperty('comment');
  });

  describe('and that an agent sends', () => {
    const added = after(sent, edit(1));
    const told = row(added) as OutboundMessage;
    const sending = (name: string, shown = 1) =>
      anAnswer({ origin: name, text: '', files: [photo], carriage, adds: { message: told.key, shown } });

    test('is a message of its own that stands in the comment, and the row tells nothing any more', () => {
      const thread = after(added, sending('one'));
      expect(rows(thread)).toEqual([
        { kind: 'text', said: 'On my way' },
        { kind: 'image', said: undefined, file: '300' },
      ]);
      expect(row(thread)).toMatchObject({ fileCount: 1, addedFiles: ['300'] });
      expect(row(thread)).not.toHaveProperty('comment');
      expect(thread.messages[messageKey(FIRST, 3)]).toMatchObject({ via: 'comment', commentId: comment.commentId });
      expect(effectsIn(thread, 'phone')).toEqual(['send-message', 'send-message']);
    });

    test('goes once, whoever else presses at the same moment', () => {
      const thread = after(added, sending('one'));
      expect(after(thread, { ...sending('one'), owner: 'again' })).toBe(thread);
      expect(after(thread, sending('another'))).toBe(thread);
      const scene = { thread, conversation: theActive(thread) };
      expect(answerRefusal(scene, sending('another'), aMoment(NOW))).toEqual({ reason: 'sent-meanwhile' });
    });

    test('is counted: the comment edited again says nothing, and one more file is told of', () => {
      const thread = after(added, sending('one'));
      expect(row(after(thread, edit(1)))).not.toHaveProperty('comment');
      const more = after(thread, edit(2));
      expect(row(more)).toMatchObject({ comment: { change: 'file-added' } });
      const files = [pdf];
      expect(row(after(more, { ...sending('two', 2), files }))).toMatchObject({ addedFiles: ['300', '301'] });
    });

    test('is refused by SMS, and the row goes on to tell of it', () => {
      const bySmsNow = { ...sending('one'), way: bySms, carriage: anAnswer().carriage };
      expect(after(added, bySmsNow)).toBe(added);
      const scene = { thread: added, conversation: theActive(added) };
      expect(answerRefusal(scene, bySmsNow, aMoment(NOW))).toEqual({ reason: 'sms-text-only' });
    });
  });
});
