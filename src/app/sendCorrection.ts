import { unquoted } from '../domain/quote';
import { ok } from '../domain/result';
import { commentOrigin } from '../storage/keys';
import { answer } from './answerCustomer';
import type { Run } from './call';
import { changedComment } from './changedComment';
import { spoken } from './noticeAnswer';

/** An agent tells the customer what an edited comment says now: a new message, the way the first one went. */
export const sendCorrection: Run<'sendCorrection'> = async (app, context, input) => {
  const changed = await changedComment(app, context, { ...input, change: 'edited' });
  if (!changed.ok) return changed;
  const { opened, issueId, old, comment } = changed.value;
  const { text, failure } = spoken(opened, comment);
  if (text === undefined) return ok({ message: '', status: 'failed', reason: failure?.reason ?? 'empty' });
  const { channel, number, address } = old;
  const draft = {
    draftId: input.draftId,
    text: unquoted(text, old.quotedText),
    agent: context.accountId,
    way: { channel, number, address },
    corrects: { message: old.key, origin: commentOrigin(issueId, comment.id) },
  };
  return ok(await answer(app, opened, draft));
};
