import { createHash, createHmac } from 'node:crypto';
import type { Ref } from '../app/ports';
import { addressText, type ContactAddress } from '../domain/contact';
import {
  asContactId,
  asNumberId,
  asProjectId,
  headOf,
  type AccountId,
  type ConnectionId,
  type ContactId,
  type ConversationId,
  type IssueId,
  type MessageKey,
  type NumberId,
  type ProjectId,
} from '../domain/ids';

/** Where every record lies. No key holds a phone number, a name or anything a provider or customer wrote in the clear. */
export const headRef = (project: ProjectId, contact: ContactId): Ref => ({
  entity: 'head',
  key: `head:${project}:${contact}`,
});
export const headRefOf = (conversation: ConversationId): Ref => {
  const { project, contact } = headOf(conversation);
  return headRef(project, contact);
};
/** Reads the key of a head again, e.g. from a doorbell. @throws when it is none. */
export function parseHeadKey(key: string): { project: ProjectId; contact: ContactId } {
  const [kind, project, contact] = key.split(':');
  if (kind !== 'head' || !project || !contact) throw new Error('not the key of a head');
  return { project: asProjectId(project), contact: asContactId(contact) };
}
export const conversationRef = (id: ConversationId): Ref => ({ key: `conversation:${id}` });
export const messageRef = (key: MessageKey): Ref => ({ entity: 'message', key: `message:${key}` });
export const contactRef = (id: ContactId): Ref => ({ entity: 'contact', key: `contact:${id}` });
export const originRef = (origin: string): Ref => ({ key: `origin:${origin}` });
export const jiraOnlyRef = (origin: string): Ref => ({ key: `jira-only:${origin}` });
export const requestRef = (issue: IssueId): Ref => ({ key: `request:${issue}` });
/** An agent's own, named by a hash. All of a conversation are one prefix. */
export const draftRef = ({ conversation, agent }: { conversation: ConversationId; agent: AccountId }): Ref => ({
  key: `draft:${conversation}:${sha256('drafts', conversation, agent)}`,
});
/** Held by the call that starts a conversation on the request. */
export const startClaimRef = (issue: IssueId): Ref => ({ key: `start:${issue}` });

export const connectionRef = (id: ConnectionId): Ref => ({ key: `connection:${id}` });
export const credentialsKey = (id: ConnectionId): string => `credentials:${id}`;
export const numberRef = (id: NumberId): Ref => ({ key: `number:${id}` });
export const templatesRef = (id: NumberId): Ref => ({ key: `templates:${id}` });
export const rosterPrefix = 'roster:';
export const rosterRef = (project: ProjectId, slot: number): Ref => ({ key: `${rosterPrefix}${project}:${slot}` });
export const healthRef = (id: ConnectionId): Ref => ({ key: `health:${id}` });
export const breakerRef = ({
  connection,
  errand,
}: {
  readonly connection: ConnectionId;
  readonly errand?: string;
}): Ref => ({
  key: errand === undefined ? `breaker:${connection}` : `breaker:${connection}:${errand}`,
});
export const probeRef = (id: ConnectionId, probe: string): Ref => ({ key: `probe:${id}:${probe}` });
export const unclaimedRef = (id: ConnectionId): Ref => ({ key: `unclaimed:${id}` });
/** Counts the changes of a plain record. */
export const revisionRef = ({ key }: Ref): Ref => ({ entity: 'revision', key: `revision:${key}` });
export const projectSettingsRef = (project: ProjectId): Ref => ({ key: `settings:${project}` });
/** Ids of service desk and request type are Jira's own numbers. */
export const requestKindRef = (type: { readonly serviceDeskId: string; readonly id: string }): Ref => ({
  key: `request-kind:${type.serviceDeskId}:${type.id}`,
});
export const pressureRef: Ref = { key: 'pressure' };
export const siteSettingsRef: Ref = { key: 'settings:site' };
export const routeTroublesRef = (project: ProjectId): Ref => ({ key: `routing:${project}` });
export const waysRef = (project: ProjectId): Ref => ({ key: `ways:${project}` });
export const suppressionRef = (key: string): Ref => ({ key: `suppression:${key}` });

/** Each kind by itself, so that many of one hide none of another. */
export const logPrefix = (id: ConnectionId, kind: string): string => `log:${id}:${kind}:`;
export const deadPrefix = (project: ProjectId): string => `dead:${project}:`;
export const deadRef = (conversation: ConversationId, effect: string): Ref => ({
  key: `${deadPrefix(headOf(conversation).project)}${conversation}:${effect}`,
});

export const triagePrefix = (project: ProjectId): string => `triage:${project}:`;
export const triageRef = (conversation: ConversationId): Ref => ({
  key: `${triagePrefix(headOf(conversation).project)}${conversation}`,
});

/** By time, so that a month is one prefix. */
export const closingRef = (conversation: ConversationId, at: number): { readonly key: string } => ({
  key: `${closingsPrefix(headOf(conversation).project, new Date(at).toISOString())}:${conversation}`,
});
export const closingsPrefix = (project: ProjectId, time: string): string => `closing:${project}:${time}`;

/** Origin of a customer's message: the same number and provider id are the same message, however often delivered. */
export const originHash = (number: NumberId, providerId: string): string => sha256('message', number, providerId);
/** Origin of an answer written as a public comment. */
export const commentOrigin = (issue: IssueId, commentId: string): string => sha256('comment', issue, commentId);
/** Origin of an answer written in the tab: the composer's draft id. */
export const draftOrigin = (conversation: ConversationId, draftId: string): string =>
  sha256('draft', conversation, draftId);

/** Six characters that the name of a message's file on the request ends in: an earlier try is found by it. */
export const fileMark = (message: MessageKey): string => sha256('file', message).slice(0, 6);

/** 20 hex characters: the same receiver at the same provider is the same business number. */
export const numberIdOf = (provider: string, receiver: string): NumberId =>
  asNumberId(sha256('number', provider, receiver).slice(0, 20));

/** Phone numbers are few enough to be tried out, so an unkeyed hash would hide nothing: hence the installation key. */
export const contactIdOf = (installationKey: string, address: ContactAddress): ContactId =>
  asContactId(keyedHash(installationKey, 'contact', address));
export const suppressionKey = (installationKey: string, address: ContactAddress): string =>
  keyedHash(installationKey, 'suppression', address);

function keyedHash(key: string, purpose: string, address: ContactAddress): string {
  return createHmac('sha256', key)
    .update(`${purpose}\n${addressText(address)}`)
    .digest('hex')
    .slice(0, 32);
}

/** As JSON no two lists of parts read the same. */
const sha256 = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
