import { z } from 'zod';
import { CONSENT_SOURCES } from '../domain/consent';
import { PRESET_NAMES } from '../domain/presets';
import { VERIFICATIONS } from '../domain/settings';
import type { CallError, CallErrorCode } from './callError';
import { DraftInput } from './draft';
import { RuleName, RulesChange } from './rules';

export type { CallError, CallErrorCode };

/** A business number and one of its channels. */
const WayInput = z.object({ channel: z.enum(['whatsapp', 'sms']), number: z.string().max(64) });

/** X16: a first message that begins with a keyword, or is nothing else, goes to the keyword's request type. */
const RouteInput = z.object({ keyword: z.string().trim().min(1).max(60), requestTypeId: z.string().max(20) });
const ChannelInput = z.object({
  channel: z.enum(['whatsapp', 'sms']),
  requestTypeId: z.string().max(20),
  routes: z.array(RouteInput).max(20).exactOptional(),
  /** What the screen showed of them; `changed-meanwhile` where somebody else made something else of what changes. */
  from: z.object({ requestTypeId: z.string().max(20), routes: z.array(RouteInput) }).exactOptional(),
});

/** A template's body holds 1,024 characters (Meta, template components, read 2026-11); what is checked is the filled text. */
const TemplateValuesInput = z.object({
  header: z.string().max(2_000).exactOptional(),
  body: z.array(z.string().max(2_000)).max(100),
  buttons: z.array(z.string().max(2_000)).max(10),
});

/**
 * Every call a screen may make: who may call it and what it sends. `forge/callTable.ts` binds each to its run; a missing
 * one fails the build, so an unguarded call cannot exist. Issue and project come from the platform's context, never from here.
 */
export const calls = {
  // the OmniChat tab: agents of the request
  viewConversation: {
    caller: 'agent',
    /** `draft`: with what this agent had begun to write. */
    input: z.object({
      before: z.number().int().positive().exactOptional(),
      draft: z.literal(true).exactOptional(),
    }),
  },
  saveDraft: { caller: 'agent-lately', input: DraftInput },
  sendMessage: {
    caller: 'agent',
    /** `attachments` of the request, put there by the agent before; without one a text is needed. */
    input: z.object({
      draftId: z.uuid(),
      text: z.string().max(20_000),
      attachments: z
        .array(z.object({ id: z.string().regex(/^\d{1,20}$/) }))
        .max(20)
        .exactOptional(),
      /** Key of the message that this one replies to. */
      quotes: z.string().max(200).exactOptional(),
      way: WayInput.exactOptional(),
    }),
  },
  /** The templates of a business number that agents may send. */
  listTemplates: { caller: 'agent', input: z.object({ number: z.string().max(64) }) },
  /** The values stand in the order of the template's placeholders; `buttons` of those that take one. */
  sendTemplate: {
    caller: 'agent',
    input: z.object({
      draftId: z.uuid(),
      template: z.string().max(512),
      language: z.string().max(20),
      values: TemplateValuesInput,
      /** For the header: an attachment of the request, put there by the agent before. */
      file: z.object({ id: z.string().regex(/^\d{1,20}$/) }).exactOptional(),
      way: WayInput.exactOptional(),
    }),
  },
  resendMessage: { caller: 'agent', input: z.object({ draftId: z.uuid(), message: z.string().max(200) }) },
  /** The comment of a message was edited: the customer is told what it says now. */
  sendCorrection: { caller: 'agent', input: z.object({ draftId: z.uuid(), message: z.string().max(200) }) },
  /** Files were put into the comment of a message: the customer gets them. */
  sendAddedFiles: { caller: 'agent', input: z.object({ draftId: z.uuid(), message: z.string().max(200) }) },
  /** An internal comment of the agent: it never leaves Jira. The same draft is one comment. */
  addInternalMessage: { caller: 'agent', input: z.object({ draftId: z.uuid(), text: z.string().min(1).max(20_000) }) },
  markSeen: { caller: 'agent', input: z.object({}) },
  fetchFileAgain: { caller: 'agent', input: z.object({ message: z.string().max(200) }) },
  replayEffect: { caller: 'agent', input: z.object({ effect: z.string().max(40) }) },
  /** With an optional closing note (S3-02). */
  closeConversation: {
    caller: 'agent',
    input: z.object({
      category: z.string().trim().max(80).exactOptional(),
      summary: z.string().trim().max(2_000).exactOptional(),
    }),
  },
  /** `another-active` names the other request, unless `pauseOther` says that it may be paused. */
  reopenConversation: { caller: 'agent', input: z.object({ pauseOther: z.boolean().exactOptional() }) },
  pauseConversation: { caller: 'agent', input: z.object({}) },
  activateConversation: { caller: 'agent', input: z.object({ pauseOther: z.boolean().exactOptional() }) },
  lockConversation: { caller: 'agent', input: z.object({}) },
  unlockConversation: { caller: 'agent', input: z.object({}) },
  /** The contact of this request, in this project. */
  blockContact: { caller: 'agent', input: z.object({}) },
  unblockContact: { caller: 'agent', input: z.object({}) },
  // the panel beside a request: agents of the request
  viewPanel: { caller: 'agent', input: z.object({}) },
  startConversation: {
    caller: 'agent',
    input: z.object({
      ...WayInput.shape,
      phone: z.string().trim().min(1).max(40),
      consent: z.enum(CONSENT_SOURCES),
      pauseOther: z.boolean().exactOptional(),
    }),
  },
  // project settings: administrators of the project
  viewSettings: { caller: 'project-admin', input: z.object({}) },
  connectProvider: {
    caller: 'project-admin',
    input: z.object({
      provider: z.string().max(40),
      title: z.string().trim().min(1).max(80),
      credentials: z.record(z.string(), z.string().max(4_000)),
    }),
  },
  replaceCredentials: {
    caller: 'project-admin',
    /** A secret left empty keeps the stored one. */
    input: z.object({ connection: z.string().max(64), credentials: z.record(z.string(), z.string().max(4_000)) }),
  },
  /** Webhooks signed with replaced credentials are refused from now on. */
  endFormerCredentials: { caller: 'project-admin', input: z.object({ connection: z.string().max(64) }) },
  /** `shadow`: webhooks that fail verification are let through and counted. */
  saveVerification: {
    caller: 'project-admin',
    input: z.object({ connection: z.string().max(64), verification: z.enum(VERIFICATIONS) }),
  },
  checkConnection: { caller: 'project-admin', input: z.object({ connection: z.string().max(64) }) },
  removeConnection: { caller: 'project-admin', input: z.object({ connection: z.string().max(64) }) },
  addNumber: {
    caller: 'project-admin',
    input: z.object({
      connection: z.string().max(64),
      receiver: z.string().trim().min(1).max(64),
      display: z.string().trim().max(64),
      channels: z.array(ChannelInput).min(1),
      /** X16: the project's fall-back request type, where it has none yet. */
      fallbackRequestTypeId: z.string().min(1).max(20).exactOptional(),
    }),
  },
  removeNumber: { caller: 'project-admin', input: z.object({ number: z.string().max(64) }) },
  /** The templates of a business number; `refresh` asks the provider, whatever is known. */
  viewTemplates: {
    caller: 'project-admin',
    input: z.object({ number: z.string().max(64), refresh: z.boolean() }),
  },
  dismissUnclaimed: {
    caller: 'project-admin',
    input: z.object({ connection: z.string().max(64), receiver: z.string().max(64) }),
  },
  saveRules: {
    caller: 'project-admin',
    /**
     * With `number` it is that business number's own rules that change; those in `inherit` are the project's again. `from`: what
     * the screen showed of them; `changed-meanwhile` where somebody else made something else of one.
     */
    input: z.object({
      rules: RulesChange,
      number: z.string().max(64).exactOptional(),
      inherit: z.array(RuleName).exactOptional(),
      from: z.record(z.string(), z.unknown()).exactOptional(),
    }),
  },
  /** X19: what becomes of a conversation without a request; `link` names the request it goes on in. */
  triageConversation: {
    caller: 'project-admin',
    input: z.object({
      conversation: z.string().max(200),
      decision: z.enum(['create', 'link', 'dismiss']),
      issueKey: z.string().trim().max(40).exactOptional(),
    }),
  },
  /** `from`: the project's rules as the screen showed them; `theirs-shown` where somebody else changed one since. */
  choosePreset: {
    caller: 'project-admin',
    input: z.object({ preset: z.enum(PRESET_NAMES), from: z.record(z.string(), z.unknown()).exactOptional() }),
  },
  /** `from`: the one that the screen showed. */
  saveTimeZone: {
    caller: 'project-admin',
    input: z.object({ timeZone: z.string().max(64), from: z.string().max(64).exactOptional() }),
  },
  /** Site-wide: Jira administrators only. */
  saveCustomerDomain: { caller: 'site-admin', input: z.object({ domain: z.string().trim().max(200) }) },
} as const satisfies Record<string, CallSpec>;

/**
 * Who may call: checked on the server with the caller's own permissions, on the issue or project that is then used.
 * `agent-lately`: what Jira said in the last quarter of an hour counts, for calls that touch the caller's own notes alone.
 */
export type Caller = 'agent' | 'agent-lately' | 'project-admin' | 'site-admin';
export type CallSpec = { readonly caller: Caller; readonly input: z.ZodType };
export type CallName = keyof typeof calls;
export type Input<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>;

/** What a call answers: its view, or a refusal with a code whose sentence is `error.<code>` in static/locales. */
export type Answer<View> =
  { readonly ok: true; readonly output: View } | { readonly ok: false; readonly error: CallError };
