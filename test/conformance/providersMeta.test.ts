import { metaCredentials, metaGateway, signedByMeta } from '../providers/meta/metaCase';
import { NOW, webhookRequest } from '../providers/webhookRequest';
import golden from './golden/webhooksMeta.json';
import { summaryOf } from './eventSummary';
import { withSharedFixtures } from './sharedFixtures';

const SHEENA = 'whatsapp from +16505551234 (Sheena Nelson)';
const TEST = 'whatsapp from +972987654321 or US.13491208655302741918 (Test Name)';
const HIDDEN = 'whatsapp from US.13491208655302741918 (Sheena Nelson)';

/** Every published webhook body, and what it is read as. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  'batch.duplicate-wamid': [
    `${SHEENA} : text | Does it come in another color?`,
    `${SHEENA} : text | Does it come in another color?`,
  ],
  'batch.two-entries-mixed': [
    `${SHEENA} : text | first`,
    `${SHEENA} : image | image/jpeg`,
    'whatsapp from +16505551235 (Pablo M.) : text | second sender',
    'whatsapp report read',
    'whatsapp report delivered',
    `${SHEENA} : text | other number`,
  ],
  'inbound.audio.forwarded': [`${TEST} : audio | audio/ogg; codecs=opus`],
  'inbound.audio.voice': [`${TEST} : voice | audio/ogg; codecs=opus`],
  'inbound.button': [`${SHEENA} as a reply : choice | Unsubscribe | Unsubscribe`],
  'inbound.button.no-context': [`${TEST} : choice | title | callback_data`],
  'inbound.contacts.contact-request-bsuid': [`${HIDDEN} : contacts |  +16505551234`],
  'inbound.contacts': [`${SHEENA} : contacts | Lucía Gómez +1 (983) 555-2319`],
  'inbound.contacts.three': [
    `${TEST} : contacts | Chandler Bing +1 555-555-5555 | Monica +1 666-666-6666 | Rachel Green +1 777-777-7777`,
  ],
  'inbound.document': [`${SHEENA} : document | application/pdf | receipt.pdf | my receipt`],
  'inbound.edit.image': [`${SHEENA} : edit | wamid | Updated image caption`],
  'inbound.group.text': ['ignored: group message'],
  'inbound.image': [`${SHEENA} : image | image/jpeg | Taj Mahal`],
  'inbound.image.no-url': [`${SHEENA} : image | image/jpeg | Taj Mahal`],
  'inbound.image.url-sanitised': [`${TEST} : image | image/jpeg`],
  'inbound.interactive.button-reply': [`${SHEENA} as a reply : choice | Cancel | cancel-button`],
  'inbound.interactive.list-reply': [`${SHEENA} as a reply : choice | Priority Mail Express | priority_express`],
  'inbound.interactive.missing-body-with-value-errors': [`${TEST} as a reply : unsupported | interactive`],
  'inbound.interactive.nfm-reply': [
    `${TEST} as a reply : choice | Sent | {"comment_text":"Comment Text","delivery_rating":"4","flow_token":"AQAAAAACS5FpgQ_cAAAAAD0QI3s.","purchase_rating":"2","recommend_radio":"0","cs_rating":"0"}`,
  ],
  'inbound.location.current': [`${TEST} : location | 12.25089 | 43.90539`],
  'inbound.location': [
    `${SHEENA} : location | 37.44221496582 | -122.16165924072 | Philz Coffee | 101 Forest Ave, Palo Alto, CA 94301`,
  ],
  'inbound.order': [`${SHEENA} : Order | 2 × di9ozbzfi4 (30 USD each) | 1 × nqryix03ez (25 USD each)`],
  'inbound.reaction': [`${SHEENA} : reaction | wamid | 👍`],
  'inbound.reaction.removed-absent': [`${TEST} : reaction | wamid`],
  'inbound.reaction.removed-empty': [`${TEST} : reaction | wamid`],
  'inbound.revoke': [`${SHEENA} : deletion | wamid`],
  'inbound.sticker.animated': [`${SHEENA} : sticker | image/webp`],
  'inbound.sticker.static': [`${TEST} : sticker | image/webp`],
  'inbound.system.identity-changed': ['ignored: system message'],
  'inbound.system.number-changed': ['whatsapp of +16505551234 is +12195555358 now'],
  'inbound.system.user-id-changed': ['whatsapp of +16505551234 is +12195555358 or US.99991208655302741918 now'],
  'inbound.text.bsuid-only': [`${HIDDEN} : text | Does it come in another color?`],
  'inbound.text.ctwa-referral': [`${SHEENA} : text | Hello! Can I get more info on this?`],
  'inbound.text.forwarded': [`${TEST} : text | forwarded text`],
  'inbound.text.frequently-forwarded': [`${TEST} : text | text forwarded many times`],
  'inbound.text': [`${SHEENA} : text | Does it come in another color?`],
  'inbound.text.product-context': [`${SHEENA} as a reply : text | Is this still available?`],
  'inbound.text.reply-context': [`${TEST} as a reply : text | replied text`],
  'inbound.unsupported.edit': [`${SHEENA} : unsupported | edit | about another message`],
  'inbound.unsupported': [`${SHEENA} : unsupported | unknown`],
  'inbound.unsupported.unavailable-131060': [`${SHEENA} : unsupported | unavailable`],
  'inbound.video.forwarded': [`${TEST} : video | video/mp4 | caption`],
  'other.group-lifecycle-update': ['ignored: field group_lifecycle_update'],
  'other.group-participants-update': ['ignored: field group_participants_update'],
  'other.group-settings-update': ['ignored: field group_settings_update'],
  'other.smb-message-echoes.edit': ['whatsapp echo to +972123456789 : edit | wamid | Text was edited'],
  'other.smb-message-echoes.text': ['whatsapp echo to +16505551234 or US.13491208655302741918 : text | Test message'],
  'other.template-category-update': ['ignored: field template_category_update'],
  'other.template-components-update': ['templates changed'],
  'other.template-quality-update': ['ignored: field message_template_quality_update'],
  'other.template-status.approved': ['templates changed'],
  'other.template-status.rejected': ['templates changed'],
  'other.user-id-update': ['whatsapp of US.13491208655302741918 is +16505551234 or US.99991208655302741918 now'],
  'other.user-preferences.resume': ['ignored: field user_preferences'],
  'other.user-preferences.stop': ['ignored: field user_preferences'],
  'other.value-errors-only': ['ignored: account error 130429'],
  'status.delivered.bsuid-only': ['whatsapp report delivered'],
  'status.delivered.service': ['whatsapp report delivered'],
  'status.delivered.username-phone-known': ['whatsapp report delivered'],
  'status.failed.130472': ['whatsapp report failed, capped 130472'],
  'status.failed.131026': ['whatsapp report failed, unreachable 131026'],
  'status.failed.131047': ['whatsapp report failed, window-closed 131047'],
  'status.failed.131049': ['whatsapp report failed, capped 131049'],
  'status.failed.131050': ['whatsapp report failed, marketing-stopped 131050'],
  'status.failed.131056': ['whatsapp report failed, too-fast 131056'],
  'status.played': ['whatsapp report read'],
  'status.read.group-participants': ['ignored: group status', 'ignored: group status'],
  'status.read.v24-minimal': ['whatsapp report read'],
  'status.sent.biz-opaque': ['whatsapp report sent, key some data'],
  'status.sent.cbp-service': ['whatsapp report sent'],
  'status.sent.pmp-marketing': ['whatsapp report sent'],
  'status.sent.v24-minimal': ['whatsapp report sent'],
};

withSharedFixtures('meta', ({ read }) => {
  const gateway = metaGateway();
  const json = (file: string) => JSON.parse(read(`${file}.json`)) as unknown;

  test('every published webhook that is posted is also read', () => {
    expect(Object.keys(READ_AS).sort()).toEqual(Object.keys(golden).sort());
  });

  test.each(Object.entries(READ_AS))('%s', (file, lines) => {
    expect(summaryOf(gateway.parse(signedByMeta(read(`${file}.json`))))).toEqual(lines);
  });

  const vectors = json('signature.vectors') as { appSecret: string; cases: SignatureCase[] };
  test.each(vectors.cases.map((one) => [one.name, one] as const))('the signature vector "%s"', (_, one) => {
    const body = Buffer.from(one.bodyBase64, 'base64').toString('utf8');
    const headers = one.header === null ? {} : { 'x-hub-signature-256': one.header };
    const verdict = metaGateway({ ...metaCredentials, appSecret: vectors.appSecret }).verify(
      webhookRequest({ body, headers }),
      NOW,
    );
    expect(verdict.ok).toBe(one.valid);
  });

  const handshakes = json('verify.challenge') as { verifyToken: string; cases: HandshakeCase[] };
  test.each(handshakes.cases.map((one) => [one.name, one] as const))('the handshake "%s"', (_, one) => {
    const url = `https://example.com/hook?${new URLSearchParams(one.query).toString()}`;
    const asked = metaGateway({ ...metaCredentials, verifyToken: handshakes.verifyToken });
    const answer = asked.handshake!(webhookRequest({ method: 'GET', url }));
    expect(answer).toMatchObject({ status: one.status, body: one.body ?? '' });
  });
});

type SignatureCase = { name: string; bodyBase64: string; header: string | null; valid: boolean };
type HandshakeCase = { name: string; query: Record<string, string>; status: number; body?: string };
