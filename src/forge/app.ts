import type { App } from '../app/call';
import { registry } from '../providers/registry';
import { ports } from './ports';

/** OmniChat on Forge. Nothing in it is of one installation or invocation. */
export const app: App = { ports, registry };
