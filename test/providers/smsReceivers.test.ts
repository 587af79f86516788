import type { ParsedWebhook } from '../../src/providers/providerEvent';
import { withPlus } from '../../src/domain/text/phoneDoubt';
import { parseBody as parseInfobip } from './infobip/infobipCase';
import { parseForm as parseMessageBird } from './messagebird/messagebirdCase';
import { parseForm as parseTwilio } from './twilio/twilioCase';
import { parseJsonBody as parseVonage, smsFromAna as vonageSms } from './vonage/vonageCase';

/** What each provider says of an SMS to a number of ours, which it spells its way; Bird's numbers are channels or in E.164. */
const TO: Readonly<Record<string, { readonly plus: string; readonly says: (to: string) => ParsedWebhook }>> = {
  twilio: {
    plus: '+',
    says: (To) => parseTwilio({ MessageSid: 'SM1', From: '+385991903327', To, Body: 'Hello', NumMedia: '0' }),
  },
  infobip: {
    plus: '',
    says: (to) => parseInfobip({ results: [{ messageId: '1', from: '385991903327', to, text: 'Hello' }] }),
  },
  messagebird: {
    plus: '',
    says: (recipient) => parseMessageBird({ id: '1', recipient, originator: '385991903327', body: 'Hello' }),
  },
  'messagebird, short codes': {
    plus: '',
    says: (shortcode) => parseMessageBird({ mid: '1', shortcode, originator: '385991903327', message: 'Hello' }),
  },
  vonage: { plus: '', says: (to) => parseVonage({ ...vonageSms, to }) },
  'a report of vonage': {
    plus: '',
    says: (from) =>
      parseVonage({ channel: 'sms', message_uuid: '1', to: '385991903327', from, status: 'delivered', timestamp: '' }),
  },
};

describe.each(Object.entries(TO))('of an SMS, %s', (name, { plus, says }) => {
  test.each([
    ['6834567', plus === '' && !name.includes('short code')],
    ['29012345', plus === '' && !name.includes('short code')],
    [`${plus}123456`, false],
    [`${plus}385951006719`, false],
    ['01234567', false],
  ])('of %s says whether it may be a whole number without its plus sign: %s', (to, may) => {
    const [event] = says(to).events;
    expect(event && 'mayLackPlus' in event).toBe(may);
  });

  test.each(['12345', '116117', '1234567', '72727272', `${plus}385951006719`, `${plus}123456789`])(
    'names our number %s as the settings keep it',
    (to) => {
      expect(says(to).events).toMatchObject([{ receiver: withPlus(to) }]);
    },
  );
});
