import { vonage } from '../../../src/providers/vonage';
import { providerContract } from '../providerContract';
import { mmsFromAna, signedByVonage, vonageCredentials, vonageGateway, whatsAppToAna, withToken } from './vonageCase';

providerContract({
  provider: vonage,
  credentials: vonageCredentials,
  sign: signedByVonage,
  // Secret and claims as in the published test of Vonage's Ruby library (Apache-2.0), with the hash of this body.
  published: {
    credentials: {
      ...vonageCredentials,
      applicationId: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
      signatureSecret: 'ZYtdTtGV3BCFN7tWmOWr1md66XsquMggr4W2cTtXtcPgfnI0Xw',
    },
    request: withToken(
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE1ODc0OTQ5NjIsImp0aSI6ImM1YmE4ZjI0LTFhMTQtNGMxMC1iZmRmLTNmYmU4Y2U1MTFiNSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6IjgwYjI1ZWE1MTBjNmNiMTUzMzQ2ODU3ODczMjhlNjg0ZTE1NWRhZGExNjdjNWMxOThjNWY2ZWNhZjQxNDdlNWUiLCJhcGlfa2V5IjoiYTFiMmMzZCIsImFwcGxpY2F0aW9uX2lkIjoiYWFhYWFhYWEtYmJiYi1jY2NjLWRkZGQtMDEyMzQ1Njc4OWFiIn0.8XoIPRRoRkVYUOxp5V5tBqqNQKahIDjXB6z1We6rNqI',
      '{"channel":"whatsapp","message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab","to":"447700900000","from":"447700900001","timestamp":"2020-01-01T15:43:21Z","message_type":"text","profile":{"name":"Jane Smith"},"context_status":"none","text":"Hello, world!","provider_message":"wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQz"}',
    ),
    at: new Date(1587494962_000),
  },
  batch: {
    body: JSON.stringify(mmsFromAna),
    ids: [mmsFromAna.message_uuid, `${mmsFromAna.message_uuid}/1`],
  },
  unheardOf: JSON.stringify({ channel: 'telepathy', message_uuid: 'x' }),
  outbound: whatsAppToAna,
  accepted: { answer: { status: 202, headers: {}, body: '{"message_uuid":"u-1"}' }, id: 'u-1' },
  errorBody: (code) =>
    JSON.stringify({
      type: `https://developer.vonage.com/api-errors/messages#${code}`,
      title: 'Some title',
      detail: 'The words of the provider',
      instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
    }),
});

test('what may be left empty may be left out as well, and then there are no templates', () => {
  const { applicationId, privateKey, signatureSecret } = vonageCredentials;
  expect(vonageGateway({ applicationId, privateKey, signatureSecret })).not.toHaveProperty('templates');
  expect(vonageGateway({ ...vonageCredentials, whatsAppAccountId: '', region: '' })).not.toHaveProperty('templates');
  expect(vonageGateway()).toHaveProperty('templates');
});
