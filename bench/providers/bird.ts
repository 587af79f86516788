import { Webhook } from 'standardwebhooks';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { birdCredentials, birdGateway, signedByBird } from '../../test/providers/bird-platform/birdPlatformCase';
import { ours, verifiedByUs } from './ours';
import { expectRead, type Subject } from './subject';

/** Webhooks of the new Bird platform: a text and a report. The library that Bird's own kit uses goes by the machine's clock. */
export function birdSubjects(): Subject[] {
  const files = [
    ['Bird, WhatsApp text', 'whatsapp-text'],
    ['Bird, SMS report', 'sms-delivered'],
  ] as const;
  return files.flatMap(([webhook, file]) => {
    const body = readFileSync(join(__dirname, '../../test/fixtures/bird-platform', `${file}.json`), 'utf8');
    const request = signedByBird(body);
    return [
      ours(webhook, birdGateway(), request),
      verifiedByUs(webhook, birdGateway(), request),
      library(webhook, body),
    ];
  });
}

function library(webhook: string, body: string): Subject {
  const { headers } = signedByBird(body, birdCredentials, new Date());
  const signer = new Webhook(birdCredentials.webhookSecret);
  return {
    webhook,
    side: 'standardwebhooks',
    reads: 0,
    does: 'verifies, reads the JSON',
    once: () => expectRead(signer.verify(body, headers) !== undefined),
  };
}
