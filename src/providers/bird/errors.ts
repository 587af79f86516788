import type { FailureReason } from '../../domain/delivery';
import { gsmReason } from '../gsmReasons';
import { whatsAppReason } from '../whatsAppReasons';

/**
 * Which of our reasons the code of a failed message means. Bird's own codes group many causes; the platform that refused
 * tells its own beside them: Meta's for WhatsApp, a network's or the SMS platform's for SMS. Their numbers do not meet.
 * https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-sources (read 2026-11)
 */
export const failureReason = (code: string): FailureReason | undefined =>
  SMS_PLATFORM[code] ?? gsmReason(code) ?? whatsAppReason(code);

// Above the networks' own: https://developers.messagebird.com/api/sms-messaging#sms-errors (read 2026-11)
const SMS_PLATFORM: Readonly<Record<string, FailureReason>> = { 103: 'opted-out' };
