import type { CustomerMedia } from '../../../sandbox/carriers/carrier';
import type { Run } from '../books';
import { DESKS, newPhone, NUMBERS, PHONES, WITH_INBOX } from '../people';
import { recordsOf } from '../records';
import type { CustomersFile, CustomerStep } from '../story';
import { personAt, requestAt, type Doings } from './doing';

export const CUSTOMERS: Doings<CustomerStep> = {
  writes(run, { phone, channel, desk, token, identity, file }) {
    const from = phoneAt(run, phone);
    const to = deskAt(desk)[channel];
    const text = `${token} please help`;
    const content = file === undefined ? { text } : { media: mediaOf(file, text) };
    const { id } = run.world.customerWrites({ from, channel, to, ...content, ...said(identity) });
    run.books.written.set(token, { id, phone: from, at: run.world.agenda.now() });
  },
  word(run, { phone, channel, desk, word }) {
    run.world.customerWrites({ from: phoneAt(run, phone), channel, to: deskAt(desk)[channel], text: word });
  },
  reacts(run, { phone }) {
    const from = phoneAt(run, phone);
    const shown = run.world.phones.messages(from);
    const target = shown.find(({ side, channel }) => side === 'business' && channel === 'whatsapp');
    if (!target) return;
    const reaction = { target: target.id, emoji: '👍' };
    run.world.customerWrites({ from, channel: 'whatsapp', to: target.from, reaction });
  },
  rewords: (run, { phone, back, as }) => change(run, { phone, back, as }),
  'takes-back': (run, { phone, back }) => change(run, { phone, back }),
  'new-phone'(run, { phone }) {
    const from = phoneAt(run, phone);
    const next = newPhone(phone, run.books.done['new-phone'] ?? 0);
    run.world.customerWrites({ from, channel: 'whatsapp', to: NUMBERS.whatsapp, newPhone: next });
    run.books.phones[phone] = next;
    run.books.phoneBefore.set(next, { phone: from, at: run.world.agenda.now() });
  },
  async portal(run, { request, token }) {
    const issueKey = requestAt(run, request);
    const issue = Object.values(run.world.state.jira.issues).find(({ key }) => key === issueKey);
    const reporter = run.world.state.jira.people.find(({ accountId }) => accountId === issue?.reporter);
    if (!issueKey || reporter?.role !== 'customer') return;
    const url = `/rest/servicedeskapi/request/${issueKey}/comment`;
    const made = await personAt(run, reporter.accountId)('POST', url, { body: `${token} by portal`, public: true });
    if (made) run.books.inside.set(token, { issueKey, why: 'of-the-customer', at: run.world.agenda.now() });
  },
};

type Change = { readonly phone: number; readonly back: number; readonly as?: string };

/** A message that the store holds: what comes before the message it is about has no conversation to be in. */
function change(run: Run, { phone, back, as }: Change): void {
  const from = phoneAt(run, phone);
  const { messages, active } = recordsOf(run.world);
  const said = writtenBy(run, from).flatMap((one) => {
    const row = messages.find(({ providerId, direction }) => providerId === one.id && direction === 'inbound');
    return row ? [{ ...one, row }] : [];
  });
  const { id: target, to, row, identity } = said.at(-1 - (back % Math.max(1, said.length))) ?? {};
  if (!target || !to || !row) return;
  const content = as === undefined ? { deletion: { target } } : { edit: { target, text: `${as} please help` } };
  run.world.customerWrites({ from, channel: 'whatsapp', to, ...content, ...identity });
  const isActive = active.some(({ id }) => id === row.conversation);
  const where = isActive ? { active: row.conversation } : {};
  run.books.changes.push({ target, ...where, ...(as !== undefined && { as }) });
}

/** Texts that stand on the phone, with what was shown of the customer: else the change passes for somebody else's. */
function writtenBy({ world, books, story }: Run, from: string) {
  const identities = new Map(
    story.steps.flatMap((step) => {
      const id = step.kind === 'writes' ? books.written.get(step.token)?.id : undefined;
      return step.kind === 'writes' && id !== undefined ? [[id, said(step.identity)] as const] : [];
    }),
  );
  return world.phones.messages(from).flatMap(({ id, to, text, channel }) => {
    const identity = identities.get(id);
    return channel === 'whatsapp' && text !== undefined && identity ? [{ id, to, identity }] : [];
  });
}

const phoneAt = ({ books }: Run, customer: number): string => books.phones[customer] ?? PHONES[0];
const deskAt = (desk: number) => (desk === WITH_INBOX.desk ? { ...NUMBERS, ...WITH_INBOX } : (DESKS[desk] ?? DESKS[0]));
/** Their names say nothing: captions do. */
const mediaOf = (file: CustomersFile, caption: string): CustomerMedia =>
  file === 'program' ? { kind: 'image', caption, base64: PROGRAM, mimeType: 'image/jpeg' } : { kind: file, caption };

const PROGRAM = Buffer.from(`MZ${'\0'.repeat(80)}`).toString('base64');

const said = (identity: 'user-id' | 'both' | undefined) => (identity === undefined ? {} : { identity });
