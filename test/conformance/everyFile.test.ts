import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFiles, testWithShared } from '../support/sharedFolder';
import answers from './golden/answers.json';
import bird from './golden/webhooksBird.json';
import birdPlatform from './golden/webhooksBirdPlatform.json';
import infobip from './golden/webhooksInfobip.json';
import messagebird from './golden/webhooksMessageBird.json';
import meta from './golden/webhooksMeta.json';
import twilio from './golden/webhooksTwilio.json';
import vonage from './golden/webhooksVonage.json';

/** Every example of a message, an answer or a rule; those of Jira are of another kind and have tests of their own. */
const FOLDERS = ['bird', 'infobip', 'messagebird', 'meta', 'other', 'sms', 'twilio', 'vonage'];

/** Posted to the app by `webhooks….test.ts` and read by `providers….test.ts`. */
const WEBHOOKS = { bird: { ...bird, ...birdPlatform }, infobip, messagebird, meta, twilio, vonage };

/** What to expect stands in the file itself, or is what we send: the test that reads it. */
const READ_BY: Readonly<Record<string, string>> = {
  'messagebird/signature-jwt.vectors': 'providersMessageBird',
  'messagebird/signature-legacy.vectors': 'providersMessageBird',
  'meta/send.requests': 'requests',
  'meta/signature.vectors': 'providersMeta',
  'meta/verify.challenge': 'providersMeta',
  'sms/gsm0338': 'smsParts',
  'sms/opt-keywords': 'optKeywords',
  'sms/segments': 'smsParts',
  'twilio/signature.vectors': 'providersTwilio',
  'vonage/signature-jwt.vectors': 'providersVonage',
};

const NO_PROVIDER = 'a provider that OmniChat does not have';
const SET_ASIDE: Readonly<Record<string, string>> = {
  'messagebird/conversations.messages.list': 'OmniChat looks up no messages: it is told of each by a webhook',
  'other/plivo.inbound.form': NO_PROVIDER,
  'other/telnyx.inbound.signed': NO_PROVIDER,
  'other/telnyx.status.delivery-failed-40300': NO_PROVIDER,
  'twilio/content.approval.get.200':
    'Content and Approvals lists the contents with their approvals: one is never asked for',
  'twilio/content.list.200': 'Content and Approvals lists the contents with their approvals',
  'twilio/messages.list.200': 'OmniChat looks up no messages: it is told of each by a webhook',
  'twilio/messages.media.list.200': 'the webhook of a message names the addresses of its files',
  'vonage/signature-legacy-sms.vectors':
    'the older SMS API, which OmniChat does not speak: set-up asks for the Messages API',
};

testWithShared('fixtures')('every published file is read by a test or set aside with a reason, and none twice', () => {
  const published = FOLDERS.flatMap((folder) => sharedFiles(`fixtures/${folder}`)).map(nameOf);
  const webhooks = Object.entries(WEBHOOKS).flatMap(([folder, files]) =>
    Object.keys(files).map((file) => `${folder}/${file}`),
  );
  const accounted = [...webhooks, ...Object.keys({ ...answers }), ...Object.keys(READ_BY), ...Object.keys(SET_ASIDE)];
  expect(published.length).toBeGreaterThan(200);
  expect(accounted.sort()).toEqual(published.sort());
});

test.each(Object.entries(READ_BY))('%s is read by the test named', (file, reader) => {
  const [, name = ''] = file.split('/');
  expect(readFileSync(join(__dirname, `${reader}.test.ts`), 'utf8')).toContain(name);
});

const nameOf = (path: string): string => path.replace('fixtures/', '').replace('.json', '');
