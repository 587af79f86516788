import { createContext, useContext, type ReactNode } from 'react';
import { docsOf, type ForgeDoc } from './forgeDoc';

/** How to draw a node; given by ForgeTree, so that drawings need not know the table they stand in. */
export const DrawContext = createContext<(doc: ForgeDoc) => ReactNode>(() => undefined);

export type Drawing = { readonly doc: ForgeDoc };

export function Children({ docs }: { readonly docs: readonly ForgeDoc[] }) {
  const draw = useContext(DrawContext);
  return <>{docs.map(draw)}</>;
}

/** A prop that holds nodes (`primaryAction`, `elemAfterInput`). */
export function Slot({ doc, name }: Drawing & { readonly name: string }) {
  return <Children docs={docsOf(doc.props[name], name)} />;
}
