import type { Adf as Node } from '../api/adf';
import { createContext, useContext, type ReactNode } from 'react';

/** Draws the file that a document names by these words; given by the issue, whose files they are. */
export const FilesContext = createContext<(name: string) => ReactNode>((name) => <em>{name}</em>);

/** Draws a description or comment as Jira shows it. Nodes this page does not know show their words. */
export function Adf({ doc }: { readonly doc: Node }) {
  return <div className="adf">{children(doc)}</div>;
}

const children = (node: Node): ReactNode => (node.content ?? []).map((child, index) => draw(child, index));

const blocks: Readonly<Record<string, 'p' | 'ul' | 'ol' | 'li' | 'blockquote' | 'pre' | 'div'>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  heading: 'p',
  panel: 'div',
};

function draw(node: Node, key: number): ReactNode {
  const attr = (name: string) => stringIn(node.attrs, name);
  const Block = blocks[node.type];
  if (Block) return <Block key={key}>{children(node)}</Block>;
  switch (node.type) {
    case 'text':
      return <span key={key}>{marked(node)}</span>;
    case 'hardBreak':
      return <br key={key} />;
    case 'rule':
      return <hr key={key} />;
    case 'emoji':
      return <span key={key}>{attr('text') || attr('shortName')}</span>;
    case 'mention':
      return <strong key={key}>{attr('text')}</strong>;
    case 'media':
      return <Media key={key} name={attr('alt')} />;
    case 'inlineCard':
      return (
        <a key={key} href={attr('url')}>
          {attr('url')}
        </a>
      );
    default:
      return <span key={key}>{children(node)}</span>;
  }
}

const Media = ({ name }: { readonly name: string }) => <>{useContext(FilesContext)(name)}</>;

function marked(node: Node): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'strong':
        return <strong>{inner}</strong>;
      case 'em':
        return <em>{inner}</em>;
      case 'code':
        return <code className="uikit-code">{inner}</code>;
      case 'strike':
        return <s>{inner}</s>;
      case 'link':
        return <a href={stringIn(mark.attrs, 'href') || '#'}>{inner}</a>;
      default:
        return inner;
    }
  }, node.text);
}

function stringIn(attrs: Node['attrs'], name: string): string {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : '';
}
