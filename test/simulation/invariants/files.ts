import type { Issue } from '../../../sandbox/jira/model/state';
import { bearsMark } from '../../../src/domain/text/fileName';
import { fileMark } from '../../../src/storage/keys';
import type { Invariant } from '../books';
import { recordsOf } from '../records';

/** By the mark in their names. One whose upload was answered too late may be there although it counts as missing. */
export const filesAreAttachedOnce: Invariant = {
  name: 'every file of a customer is attached once to the right request, or its row says why not',
  broken({ world, books }) {
    const { messages, conversations } = recordsOf(world);
    const issues = Object.values(world.state.jira.issues).filter(({ id }) => !books.clones.has(id));
    return messages.flatMap((message) => {
      const { content, key } = message;
      if (message.direction !== 'inbound' || content.kind !== 'media') return [];
      const conversation = conversations.find(({ id }) => id === message.conversation);
      const own = issues.find(({ id }) => id === conversation?.request?.issueId);
      if (!own || !conversation) return [];
      const astray = issues.filter((issue) => issue !== own && filesOf(issue, key).length > 0);
      if (astray.length > 0) return [`${key} is attached to ${astray.map((issue) => issue.key).join(', ')}`];
      const there = filesOf(own, key);
      const { file, missing } = content.media;
      const isOver = file !== undefined || missing !== undefined || message.movedTo !== undefined;
      const isGivenUp = conversation.dead.some(({ effect }) => effect.kind === 'attach' && effect.message === key);
      if (there.length > 1 || (file && there.length === 0)) return [`${key} is attached ${there.length} times`];
      if (there.some((name) => timesShown(own, name) > 1)) return [`${key} is shown more than once in ${own.key}`];
      return isOver || isGivenUp ? [] : [`${key} is said to be on its way`];
    });
  },
};

export const filesOf = ({ attachments = [] }: Issue, key: Parameters<typeof fileMark>[0]): readonly string[] =>
  attachments.map(({ fileName }) => fileName).filter((name) => bearsMark(name, fileMark(key)));

const timesShown = ({ description, comments }: Issue, name: string): number =>
  timesIn(description, name) + timesIn(comments, name);

const timesIn = (documents: unknown, name: string): number =>
  JSON.stringify([documents]).split(`"alt":${JSON.stringify(name)}`).length - 1;
