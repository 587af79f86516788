import { twilio } from '../../../src/providers/twilio';
import { providerContract } from '../providerContract';
import { webhookRequest } from '../webhookRequest';
import { fixture, formText, signedByTwilio, smsToAna, twilioCredentials } from './twilioCase';

providerContract({
  provider: twilio,
  credentials: twilioCredentials,
  sign: signedByTwilio,
  // The worked example of https://www.twilio.com/docs/usage/webhooks/webhooks-security
  published: {
    credentials: { ...twilioCredentials, authToken: '12345' },
    request: webhookRequest({
      url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
      body: 'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
      headers: { 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
    }),
  },
  batch: {
    body: formText(fixture('mms-two-files')),
    ids: ['MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2', 'MMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2/1'],
  },
  unheardOf: formText({ AccountSid: twilioCredentials.accountSid, TeleportationSid: 'TP1' }),
  outbound: smsToAna,
  accepted: { answer: { status: 201, headers: {}, body: '{"sid":"SM1","status":"queued"}' }, id: 'SM1' },
  errorBody: (code) => JSON.stringify({ code, message: 'The words of the provider', status: 400 }),
});
