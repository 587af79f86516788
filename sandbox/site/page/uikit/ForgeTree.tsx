import { Component, type ComponentType, type ReactNode } from 'react';
import type { ComponentName } from './acceptedProps';
import { complaintAbout } from './complaints';
import { stringOf, type ForgeDoc } from './forgeDoc';
import { buttons } from './buttons';
import { comments } from './comments';
import { dialogs } from './dialogs';
import { fields } from './fields';
import { forms } from './forms';
import { layout } from './layout';
import { messages } from './messages';
import { tables } from './tables';
import { tabs } from './tabs';
import { DrawContext } from './draw';

/** Every component of the table of accepted props has its drawing, or this does not compile. */
const drawings: Record<ComponentName, ComponentType<{ doc: ForgeDoc }>> = {
  ...buttons,
  ...comments,
  ...dialogs,
  ...fields,
  ...forms,
  ...layout,
  ...messages,
  ...tables,
  ...tabs,
};

/** Draws what a screen sent with Atlaskit, as Jira would. */
export function ForgeTree({ doc }: { readonly doc: ForgeDoc }) {
  return <DrawContext.Provider value={drawOne}>{doc.children.map(drawOne)}</DrawContext.Provider>;
}

function drawOne(doc: ForgeDoc): ReactNode {
  if (doc.type === 'String') return stringOf(doc);
  const complaint = complaintAbout(doc);
  if (complaint) return <Complaint key={doc.key} text={complaint} />;
  const Drawing = drawings[doc.type as ComponentName];
  return (
    <Guard key={doc.key} name={doc.type}>
      <Drawing doc={doc} />
    </Guard>
  );
}

/** Seen by people and found by tests: the screen asked for something UI Kit does not have. */
function Complaint({ text }: { readonly text: string }) {
  return (
    <div role="alert" data-testid="uikit-complaint" className="uikit-complaint">
      {text}
    </div>
  );
}

class Guard extends Component<{ name: string; children: ReactNode }, { broken?: string }> {
  override state: { broken?: string } = {};
  static getDerivedStateFromError(error: unknown) {
    return { broken: error instanceof Error ? error.message : String(error) };
  }
  override render() {
    if (this.state.broken === undefined) return this.props.children;
    return <Complaint text={`UI Kit component “${this.props.name}” could not be drawn: ${this.state.broken}`} />;
  }
}
