import { deadPrefix, deadRef } from '../../../src/storage/keys';
import { headOf } from '../../../src/domain/ids';
import type { Invariant } from '../books';
import { recordsOf } from '../records';

/** What was given up is seen twice: at its request, and in the settings, where somebody looks who has no reason to open that request. */
export const deadLettersAreListed: Invariant = {
  name: 'what was given up at a request is listed in the settings, and nothing else is',
  inStep: true,
  broken({ world }) {
    const { conversations } = recordsOf(world);
    const given = conversations.flatMap(({ id, dead }) => dead.map(({ effect }) => deadRef(id, effect.id).key));
    const prefixes = new Set(conversations.map(({ id }) => deadPrefix(headOf(id).project)));
    const listed = Object.entries(world.state.platform.kvs.plain).flatMap(([key, versions]) =>
      versions.at(-1)?.record && [...prefixes].some((prefix) => key.startsWith(prefix)) ? [key] : [],
    );
    return [
      ...given.filter((key) => !listed.includes(key)).map((key) => `${key} is not listed`),
      ...listed.filter((key) => !given.includes(key)).map((key) => `${key} is listed and was not given up`),
    ];
  },
};
