import { isAutomatic } from '../../../src/domain/text/automatic';

const text = (said: string) => ({ kind: 'text', text: said }) as const;

test.each(['Automatic reply: I am away', 'AUTOMATISCHE ANTWORT: Ich bin im Urlaub', 'Réponse automatique'])(
  'X15 %j says of itself that a machine wrote it',
  (said) => {
    expect(isAutomatic(text(said))).toBe(true);
  },
);

test.each(['The automatic door is stuck', 'I was out yesterday', ''])('X15 %j was written by a person', (said) => {
  expect(isAutomatic(text(said))).toBe(false);
});
