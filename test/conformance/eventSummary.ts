import { addressValue, type ContactAddress } from '../../src/domain/contact';
import type { Content } from '../../src/domain/content';
import { messageText } from '../../src/domain/text/messageText';
import type { ParsedWebhook, ProviderEvent } from '../../src/providers/providerEvent';

/** What a webhook was read as, one line per event or reason, so that a table of expectations can be read. */
export const summaryOf = ({ events, ignored, templatesChanged }: ParsedWebhook): string[] => [
  ...events.map(eventSummary),
  ...(templatesChanged ? ['templates changed'] : []),
  ...ignored.map((reason) => `ignored: ${reason}`),
];

function eventSummary(event: ProviderEvent): string {
  if (event.kind === 'report') {
    const { status, failure, key } = event;
    return [
      `${event.channel} report ${status}`,
      failure && `${failure.reason} ${failure.code ?? ''}`,
      key && `key ${key}`,
    ]
      .filter(Boolean)
      .join(', ');
  }
  if (event.kind === 'identity') return `${event.channel} of ${namesOf(event.was)} is ${namesOf(event.now)} now`;
  if (event.kind === 'echo') return `${event.channel} echo to ${namesOf(event.to)} : ${contentSummary(event.content)}`;
  const from = namesOf(event.from);
  if (event.kind === 'closed') return `${event.channel} closed by the provider for ${from}`;
  const more = [
    event.name && `(${event.name})`,
    event.quotes && 'as a reply',
    event.keyword && `keyword ${event.keyword}`,
  ];
  return [`${event.channel} from ${from}`, ...more, `: ${contentSummary(event.content)}`].filter(Boolean).join(' ');
}

const namesOf = (addresses: readonly ContactAddress[]): string => addresses.map(addressValue).join(' or ');

function contentSummary(content: Content): string {
  if (content.kind === 'media') {
    const { kind, mimeType, fileName } = content.media;
    return [kind, mimeType, fileName, content.caption].filter(Boolean).join(' | ');
  }
  if (content.kind === 'contacts')
    return `contacts | ${content.cards.map(({ name, phones }) => [name, ...phones].join(' ')).join(' | ')}`;
  if (content.kind === 'order') return messageText(content).replaceAll('\n', ' | ');
  if (content.kind === 'unsupported')
    return ['unsupported', content.description, content.aboutAnother && 'about another message']
      .filter(Boolean)
      .join(' | ');
  return Object.values(content)
    .filter((value) => value !== '')
    .map((value) => (String(value).startsWith('wamid.') ? 'wamid' : String(value)))
    .join(' | ');
}
