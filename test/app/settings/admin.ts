import type { HttpAnswer, HttpRequest, Ports } from '../../../src/app/ports';
import type { Answer, CallName } from '../../../src/contract/calls';
import type { Views } from '../../../src/contract/views';
import { answerCall } from '../../../src/forge/answerCall';
import { callTable } from '../../../src/forge/callTable';
import { jira as realJira } from '../../../src/forge/jira';
import { onPlatform } from '../../forge/onPlatform';

type Provider = (request: HttpRequest) => Promise<HttpAnswer>;

export const metaCredentials = {
  phoneNumberId: '106540352242922',
  businessAccountId: '102290129340398',
  accessToken: 'EAAB-access',
  appSecret: 's3cret-of-the-app',
};
export const twilioCredentials = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'auth-t0ken' };

/** Ada in the settings of project SUP: every call passes the guard, over the real ports on the sandbox's platform. */
export function openSettings({ provider = unreachable, ...replaced }: Partial<Ports> & { provider?: Provider } = {}) {
  const platform = onPlatform({
    replaced: {
      log: quiet,
      ...replaced,
      http: { send: (request) => provider(request), download: () => Promise.reject(new Error('no files here')) },
    },
  });
  const { app, as } = platform;
  let session = as('ada@example.com');
  const project = { id: '10000', key: 'SUP' };
  const call = <Name extends CallName>(name: Name, payload: unknown, place = project): Promise<Answer<Views[Name]>> =>
    answerCall({ app, table: callTable }, name, {
      payload,
      context: { accountId: session, extension: { project: place } },
    });
  return {
    ...platform,
    call,
    /** The call's view. @throws when it was refused. */
    async done<Name extends CallName>(name: Name, payload: unknown): Promise<Views[Name]> {
      const answer = await call(name, payload);
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.code} ${answer.error.message}`);
      return answer.output;
    },
    /** The code the call is refused with. */
    async refused(name: CallName, payload: unknown): Promise<string> {
      const answer = await call(name, payload);
      return answer.ok ? 'not refused' : answer.error.code;
    },
    as: (email: string) => (session = as(email)),
  };
}

/** Jira as it is, but silent about service desks, or what else is named, while `fails`. */
export function moodyJira(silentAbout: readonly string[] = ['servicedesk']) {
  const mood = { fails: true };
  const request: Ports['jira']['request'] = (asked, timeoutMs) =>
    mood.fails && silentAbout.some((part) => asked.path.includes(part))
      ? Promise.reject(new Error('no answer'))
      : realJira.request(asked, timeoutMs);
  return { mood, jira: { ...realJira, request } };
}

const ignore = () => undefined;
const quiet: Ports['log'] = { info: ignore, warn: ignore, error: ignore };

const unreachable: Provider = async () => {
  throw new Error('no answer');
};

export const connectMeta = async (settings: ReturnType<typeof openSettings>): Promise<string> => {
  const view = await settings.done('connectProvider', {
    provider: 'meta',
    title: 'WhatsApp line',
    credentials: metaCredentials,
  });
  return view.connection;
};

export const connectTwilio = async (settings: ReturnType<typeof openSettings>): Promise<string> => {
  const view = await settings.done('connectProvider', {
    provider: 'twilio',
    title: 'Twilio',
    credentials: twilioCredentials,
  });
  return view.connection;
};

export const whatsapp = [{ channel: 'whatsapp', requestTypeId: '10' }] as const;
export const sms = [{ channel: 'sms', requestTypeId: '11' }] as const;
