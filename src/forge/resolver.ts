import Resolver, { type Request } from '@forge/resolver';
import type { CallName } from '../contract/calls';
import { answerCall, type ScreenCall } from './answerCall';
import { app } from './app';
import { callTable } from './callTable';

/** The resolver of every screen: all calls of the contract, each through the one guarded way. */
export const resolver = resolverOf(callTable).getDefinitions();

function resolverOf(table: typeof callTable): Resolver {
  const resolver = new Resolver();
  for (const name of namesOf(table)) {
    resolver.define(name, ({ payload, context }: Request<unknown>) => {
      const call: ScreenCall = { payload, context };
      return answerCall({ app, table }, name, call);
    });
  }
  return resolver;
}

/** The keys of a total table are all the calls there are. */
function namesOf(table: typeof callTable): readonly CallName[] {
  const isCall = (name: string): name is CallName => Object.hasOwn(table, name);
  return Object.keys(table).filter(isCall);
}
