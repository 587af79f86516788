import type { Moment } from '../moment';
import type { Thread } from '../thread';
import type { Scene } from './append';
import { withAutomaticText } from './automaticText';

/** The first message of a conversation gets the administrator's text, if there is one and it can still reach the customer. */
export const withAutoReply = (scene: Scene, { settings, now }: Moment): Thread =>
  withAutomaticText(scene, { author: 'auto-reply', text: settings.autoReply }, now);
