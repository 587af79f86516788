import { NOW } from '../webhookRequest';
import { twilioCredentials, twilioGateway } from './twilioCase';

const requestFor = (providerId: string) => twilioGateway().media?.toRequest({ kind: 'image', providerId }, NOW);
const ACCOUNT = `https://api.twilio.com/2010-04-01/Accounts/${twilioCredentials.accountSid}`;

test('a file is fetched at its address, with the credentials', () => {
  const url = `${ACCOUNT}/Messages/MM0123/Media/ME4567`;
  expect(requestFor(url)).toEqual({
    method: 'GET',
    url,
    headers: { authorization: expect.stringMatching(/^Basic /) as string },
  });
});

test.each([
  '',
  `${ACCOUNT}/Messages.json`,
  `${ACCOUNT}/Messages/MM0123/Media/ME4567.json?x=/y`,
  `${ACCOUNT}/Messages/MM0123/Media/../../../Messages.json`,
  `${ACCOUNT}/Messages/MM0123/Media/ME4567/../..`,
  'https://api.twilio.com/2010-04-01/Accounts/ACother/Messages/MM0123/Media/ME4567',
  `http://api.twilio.com/2010-04-01/Accounts/${twilioCredentials.accountSid}/Messages/MM0123/Media/ME4567`,
  `https://api.twilio.com.evil.example/2010-04-01/Accounts/${twilioCredentials.accountSid}/Messages/MM0123/Media/ME4567`,
])('nothing is asked of %j: the credentials go to files of the account alone', (address) => {
  expect(requestFor(address)).toBeUndefined();
});
