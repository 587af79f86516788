import type { CallError, CallErrorCode, CallName, Input } from '../contract/calls';
import type { Views } from '../contract/views';
import { fail, type Result } from '../domain/result';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { Registry } from '../providers/provider';
import type { Ports } from './ports';

/** What every thing the app does is given. */
export type App = { readonly ports: Ports; readonly registry: Registry };

/** Who calls from where. Written by the platform, permission already checked on exactly these ids. */
export type CallContext = {
  readonly accountId: AccountId;
  readonly projectId: ProjectId;
  readonly projectKey: string;
  /** Present for calls of the tab. */
  readonly issueId?: IssueId;
  readonly issueKey?: string;
  /** The caller's own time zone (IANA), where the platform tells it. */
  readonly timeZone?: string;
};

/** One call of the contract. The error's message is for logs of developers; the screen looks its code up. */
export type Run<Name extends CallName> = (
  app: App,
  context: CallContext,
  input: Input<Name>,
) => Promise<Result<Views[Name], CallError>>;

export const refuse = (
  code: CallErrorCode,
  message: string = code,
): { readonly ok: false; readonly failure: CallError } => fail({ code, message });

/** A refusal that is about another request, where that one is known. */
export function refuseFor(code: CallErrorCode, other: { readonly issueKey: string } | undefined) {
  const refused = refuse(code);
  return other ? { ...refused, failure: { ...refused.failure, issueKey: other.issueKey } } : refused;
}
