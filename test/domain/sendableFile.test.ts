import { sendableAs, type FileLimits } from '../../src/domain/sendableFile';
import { aFile } from '../support/eventBuilders';

const LIMITS: FileLimits = {
  image: 5_000_000,
  video: 16_000_000,
  audio: 16_000_000,
  voice: 16_000_000,
  document: 20_000_000,
};

test.each([
  ['image/jpeg', 1_000, 'image'],
  ['video/mp4', 1_000, 'video'],
  ['audio/mpeg', 1_000, 'audio'],
  ['audio/ogg', 1_000, 'voice'],
  ['application/pdf', 1_000, 'document'],
  ['image/gif', 1_000, 'document'],
])('X12 a file of type %s with %i bytes goes as %s', (mimeType, size, kind) => {
  expect(sendableAs(aFile({ mimeType, size }), LIMITS, 'whatsapp')).toEqual({ ok: true, value: kind });
});

test('S2-53 X12 a picture is shown up to its limit; a larger one goes as a document, up to that one’s', () => {
  const sent = (size: number) => sendableAs(aFile({ mimeType: 'image/png', size }), LIMITS, 'whatsapp');
  expect(sent(5_000_000)).toEqual({ ok: true, value: 'image' });
  expect(sent(5_000_001)).toEqual({ ok: true, value: 'document' });
  expect(sent(20_000_001)).toEqual({ ok: false, failure: { reason: 'file-too-large' } });
});

test.each([
  ['sms', 'sms-text-only'],
  ['whatsapp', 'cannot-carry-media'],
] as const)('S2-40 X12 where %s carries no files none goes: %s', (channel, reason) => {
  expect(sendableAs(aFile(), {}, channel)).toEqual({ ok: false, failure: { reason } });
});
