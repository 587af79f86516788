import type { HttpCall } from '../doors';
import type { Tick } from '../phones';
import type { Account } from './account';

/** Something the carrier will do: move a tick on a phone, tell the app by a webhook, or both. Plain JSON. */
export type Notice = {
  /** For people: it shows in the list of what waits. */
  readonly what: string;
  /** Absent when nobody asked to be told. */
  readonly call?: HttpCall;
  /** How long to wait before each further attempt when the answer is not 2xx. */
  readonly waitsMs: readonly number[];
  /** A refusal other than 429 is final. */
  readonly givesUpOn4xx?: true;
  /** Moved when the notice falls due. */
  readonly tick?: PhoneTick;
  /** Moved when the app has taken the webhook. */
  readonly tickWhenTaken?: PhoneTick;
};
export type PhoneTick = { readonly phone: string; readonly id: string; readonly status: Tick };

/** Puts on what belongs to one attempt alone: a signature that holds the time. */
type Signed = (call: HttpCall) => HttpCall;

/** Performs the account's notices as they fall due. Call once per world. */
export function performNotices(account: Account, signed: Signed = (call) => call): void {
  account.agenda.on(kindOf(account), (notice: Notice) => perform(account, notice, signed));
}

/** Hands a notice to the agenda, with the extra copies the account is switched to. */
export function notify(account: Account, notice: Notice, inMs: number): void {
  const { copies } = account.own.switches;
  if (copies > 0 && notice.call) account.faults.felt?.('provider delivers several times');
  for (let copy = 0; copy <= copies; copy += 1) {
    account.agenda.add({ kind: kindOf(account), what: notice.what, inMs: inMs + copy * 50, payload: notice });
  }
}

async function perform(account: Account, notice: Notice, signed: Signed): Promise<void> {
  if (notice.tick) tick(account, notice.tick);
  if (!notice.call) return;
  const { status } = await account.webTrigger(signed(notice.call));
  account.delivered?.({ provider: account.id, call: notice.call, status });
  account.own.webhook = { ...account.own.webhook, lastStatus: status };
  if (status >= 200 && status < 300) {
    if (notice.tickWhenTaken) tick(account, notice.tickWhenTaken);
    return;
  }
  const [inMs, ...waitsMs] = notice.waitsMs;
  const isFinal = notice.givesUpOn4xx && status >= 400 && status < 500 && status !== 429;
  if (inMs === undefined || isFinal) return;
  account.agenda.add({ kind: kindOf(account), what: notice.what, inMs, payload: { ...notice, waitsMs } });
}

function tick({ phones, own }: Account, { phone, id, status }: PhoneTick): void {
  phones.tick(phone, id, status);
  const sent = own.sent.find((message) => message.id === id);
  if (sent) sent.status = status;
}

const kindOf = ({ id }: Account) => `carrier.${id}.webhook`;
