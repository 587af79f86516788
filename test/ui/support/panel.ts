import { open, ok, type Answers, type Screen } from './screen';
import { ContextPanel } from '../../../src/ui/ContextPanel';
import type { PanelView } from '../../../src/contract/views';

export const WHATSAPP = { channel: 'whatsapp', number: 'aaaaaaaaaaaaaaaaaaaa', from: '+4930901820' } as const;
export const SMS = { channel: 'sms', number: 'bbbbbbbbbbbbbbbbbbbb', from: '+385951006719' } as const;

export const anOffer = (over: Partial<Extract<PanelView, { kind: 'start' }>> = {}): PanelView => ({
  kind: 'start',
  ways: [WHATSAPP, SMS],
  ...over,
});

export const inShort = (over: Partial<Extract<PanelView, { kind: 'conversation' }>> = {}): PanelView => ({
  kind: 'conversation',
  state: 'active',
  contact: { name: 'Ana Kovač', address: '+385991903327' },
  channel: 'whatsapp',
  waitingOn: 'agent',
  unread: true,
  ...over,
});

/** Opens the panel on a view, or on whatever view there is at the time of each call. */
export const openPanel = (view: PanelView | (() => PanelView), answers: Answers = {}): Promise<Screen> =>
  open(ContextPanel, { viewPanel: () => ok(typeof view === 'function' ? view() : view), ...answers });
