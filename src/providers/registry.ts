import { bird } from './bird';
import { birdPlatform } from './bird-platform';
import { infobip } from './infobip';
import { messagebird } from './messagebird';
import { meta } from './meta';
import type { Provider, Registry } from './provider';
import { twilio } from './twilio';
import { vonage } from './vonage';

const providers: readonly Provider[] = [meta, infobip, twilio, messagebird, vonage, bird, birdPlatform];

/** Every provider OmniChat speaks. A new one is its folder and one line here. */
export const registry: Registry = new Map(providers.map((provider) => [provider.id, provider]));
