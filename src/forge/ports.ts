import type { Ports } from '../app/ports';
import { cache } from './cache';
import { clock } from './clock';
import { files } from './files';
import { http } from './http';
import { ids } from './ids';
import { jira } from './jira';
import { live } from './live';
import { log } from './log';
import { queue } from './queue';
import { site } from './site';
import { store } from './store';

/** The app's ports, bound to Forge. */
export const ports: Ports = { store, jira, http, files, queue, live, clock, ids, log, cache, site };
