import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { vonage } from '../../../src/providers/vonage';
import { requestOf } from '../webhookRequest';
import { keys, vonageCredentials, vonageGateway, whatsAppToAna } from './vonageCase';

const tokenWith = (privateKey: string) =>
  requestOf(vonageGateway({ ...vonageCredentials, privateKey }), whatsAppToAna).headers.authorization;
const pem = keys.privateKey;
const refused = { ok: false, failure: 'Please check: Private key.' };

test.each([
  ['swallowed by a field of one line', pem.replace(/\n/g, '')],
  ['made spaces', pem.replace(/\n/g, ' ')],
  ['spelled \\n', pem.replace(/\n/g, '\\n')],
  ['of Windows', pem.replace(/\n/g, '\r\n')],
  ['surrounded by other text', `my key:\n\n  ${pem}\n\n`],
])('a private key whose line breaks are %s is the same key', (_, text) => {
  expect(tokenWith(text)).toBe(tokenWith(pem));
});

test('a key in the older spelling of RSA is the same key', () => {
  const older = createPrivateKey(pem).export({ type: 'pkcs1', format: 'pem' }).toString();
  expect(older).toContain('BEGIN RSA PRIVATE KEY');
  expect(tokenWith(older)).toBe(tokenWith(pem));
});

test.each([
  ['cut off', pem.slice(0, 800)],
  ['cut out of the middle', pem.slice(0, 400) + pem.slice(600)],
  ['public', keys.publicKey],
  ['empty', ''],
  ['too short for Vonage', generateKeyPairSync('rsa', PEM(1024)).privateKey],
  ['of another kind', generateKeyPairSync('ec', { namedCurve: 'P-256', ...PEM(0) }).privateKey],
])('a key that is %s is refused by its label', (_, privateKey) => {
  expect(vonage.connect({ ...vonageCredentials, privateKey })).toEqual(refused);
});

function PEM(modulusLength: number) {
  return {
    modulusLength,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  } as const;
}

test('an application ID in capitals is the one that webhooks name', () => {
  const applicationId = vonageCredentials.applicationId.toUpperCase();
  expect(vonage.connect({ ...vonageCredentials, applicationId: ` ${applicationId} ` }).ok).toBe(true);
});

test.each(['xx', 'eu us', 'https://api-eu.nexmo.com'])('the region %s is none', (region) => {
  expect(vonage.connect({ ...vonageCredentials, region })).toEqual({ ok: false, failure: 'Please check: Region.' });
});
