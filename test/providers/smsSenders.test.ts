import type { ParsedWebhook } from '../../src/providers/providerEvent';
import { inboundEvent, parseEvent as parseBird } from './bird/birdCase';
import { parseEvent as parseBirdPlatform, smsFromAna as birdSms } from './bird-platform/birdPlatformCase';
import { parseBody as parseInfobip } from './infobip/infobipCase';
import { parseForm as parseMessageBird } from './messagebird/messagebirdCase';
import { parseForm as parseTwilio } from './twilio/twilioCase';
import { parseJsonBody as parseVonage, smsFromAna as vonageSms } from './vonage/vonageCase';

/** What each provider says of an SMS; numbers have no plus sign where that is its way. */
const FROM: Readonly<Record<string, { readonly plus: string; readonly says: (from: string) => ParsedWebhook }>> = {
  twilio: {
    plus: '+',
    says: (From) => parseTwilio({ MessageSid: 'SM1', From, To: '+385951006719', Body: 'Hello', NumMedia: '0' }),
  },
  infobip: {
    plus: '',
    says: (from) =>
      parseInfobip({
        results: [
          { messageId: '1', from, to: '385951006719', text: 'Hello', receivedAt: '2026-11-20T10:10:00.000+0100' },
        ],
      }),
  },
  messagebird: {
    plus: '',
    says: (originator) => parseMessageBird({ id: '1', recipient: '31970010240126', originator, body: 'Hello' }),
  },
  vonage: { plus: '', says: (from) => parseVonage({ ...vonageSms, from }) },
  'bird channels': {
    plus: '+',
    says: (identifierValue) =>
      parseBird(
        inboundEvent({ sender: { contact: { identifierKey: 'phonenumber', identifierValue } } }, 'sms.inbound'),
      ),
  },
  'bird platform': {
    plus: '+',
    says: (from) => parseBirdPlatform('sms.received', { ...birdSms, from, text: 'Hello' }),
  },
};

const sendersOf = ({ events }: ParsedWebhook) => events.map((event) => ('from' in event ? event.from : event.kind));

describe.each(Object.entries(FROM))('an SMS by %s', (_, { plus, says }) => {
  test.each(['72727', '116117', 'BANK', 'Müller & Co', '0991903327'])(
    'from %s comes in, from somebody who cannot be answered',
    (sender) => {
      expect(sendersOf(says(sender))).toEqual([[{ kind: 'sender', sender }]]);
    },
  );

  test('from a phone number comes from that phone', () => {
    expect(sendersOf(says(`${plus}385991903327`))).toEqual([[{ kind: 'phone', phone: '+385991903327' }]]);
  });
});
