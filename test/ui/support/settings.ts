import { open, ok, type Answers, type Screen } from './screen';
import { Settings } from '../../../src/ui/Settings';
import { COMMENTS_AND_OMNICHAT, OMNICHAT_TAB_ONLY } from '../../../src/domain/presets';
import type { RulesView } from '../../../src/contract/rulesView';
import type { ConnectionView, ProviderView, SettingsView } from '../../../src/contract/views';

/** Opens the settings on a view, or on whatever view there is at the time of each call. */
export const openSettings = (view: SettingsView | (() => SettingsView), answers: Answers = {}): Promise<Screen> =>
  open(Settings, { viewSettings: () => ok(typeof view === 'function' ? view() : view), ...answers });

export const pigeon: ProviderView = {
  id: 'pigeon',
  title: 'Pigeon Post',
  channels: ['whatsapp', 'sms'],
  fields: [
    {
      name: 'loft',
      label: 'Loft number',
      help: 'It is written on the loft.',
      secret: false,
      generated: false,
      optional: false,
      initial: '',
    },
    {
      name: 'whistle',
      label: 'Whistle',
      help: 'How you call them.',
      secret: true,
      generated: false,
      optional: false,
      initial: '',
    },
    {
      name: 'ring',
      label: 'Ring',
      help: 'Goes around the leg.',
      secret: false,
      generated: true,
      optional: false,
      initial: '',
    },
  ],
  numberFields: [
    { name: 'receiver', label: 'Loft door', help: 'As the pigeons know it.', isPhone: true },
    { name: 'display', label: 'Phone number', help: 'As people know it.', isPhone: false },
  ],
};

export const raven: ProviderView = { ...pigeon, id: 'raven', title: 'Raven Mail', channels: ['sms'], fields: [] };

export const aConnection = (over: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 'c1',
  provider: 'pigeon',
  title: 'Our loft',
  webhookUrl: 'https://hooks.example.com/c1/secret-path',
  values: { loft: '12', ring: 'brass' },
  stored: ['whistle'],
  steps: ['Open the loft.', 'Paste the address.'],
  numbers: [],
  unclaimed: [],
  refused: { count: 0 },
  failed: { count: 0 },
  ...over,
});

export const aNumber = (over: Partial<ConnectionView['numbers'][number]> = {}): ConnectionView['numbers'][number] => ({
  id: 'n1',
  receiver: 'door-1',
  display: '+4930901820',
  channels: [{ channel: 'whatsapp', requestTypeId: '11' }],
  ...over,
});

/** The rules of the default preset, in a project whose Jira tells two statuses. */
export const rulesWith = (over: Partial<RulesView> = {}): RulesView => ({
  project: COMMENTS_AND_OMNICHAT,
  preset: 'comments-and-omnichat',
  defaults: COMMENTS_AND_OMNICHAT,
  numbers: [],
  statuses: ['Waiting for support', 'Resolved'],
  resolutions: ['Done'],
  ...over,
});

export const settingsWith = (over: Partial<SettingsView> = {}): SettingsView => ({
  project: { id: '10001', key: 'SUP' },
  providers: [pigeon, raven],
  connections: [],
  requestTypes: [
    { id: '11', name: 'WhatsApp' },
    { id: '12', name: 'SMS' },
    { id: '13', name: 'Incident' },
  ],
  rules: rulesWith(),
  timeZone: 'Europe/Zagreb',
  customers: { domain: 'chat.example.com', domainIsDefault: false, mayChangeDomain: true },
  problems: [],
  waiting: [],
  ...over,
});

/** Settings whose server keeps what is saved. */
export async function openRules(over: Partial<RulesView> = {}): Promise<Screen> {
  let view = rulesWith(over);
  return openSettings(() => settingsWith({ rules: view }), {
    saveRules: ({ rules }: { rules: object }) => {
      view = { ...view, project: { ...view.project, ...rules }, preset: 'own' };
      return ok();
    },
    choosePreset: () => {
      view = { ...view, project: OMNICHAT_TAB_ONLY, preset: 'tab-only' };
      return ok();
    },
  });
}
