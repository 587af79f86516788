import { Inline as AtlaskitInline, Stack as AtlaskitStack, Text as AtlaskitText } from '@atlaskit/primitives/compiled';
import AtlaskitHeading from '@atlaskit/heading';
import AtlaskitLink from '@atlaskit/link';
import type { ComponentProps } from 'react';
import { useSite } from '../shared/site';
import { Children, type Drawing } from './draw';
import { flagProp, omit, tell, textProp } from './tell';
import { styleOf } from './xcss';

const boxStyle = ({ doc }: Drawing) => {
  const own = omit(doc, 'xcss', 'testId', 'role', 'isDisabled', 'onClick');
  return styleOf({ ...own, ...(doc.props.xcss as Record<string, unknown> | undefined) });
};

function Box({ doc }: Drawing) {
  return (
    <div style={boxStyle({ doc })} role={textProp(doc, 'role')} data-testid={textProp(doc, 'testId')}>
      <Children docs={doc.children} />
    </div>
  );
}

function Pressable({ doc }: Drawing) {
  return (
    <button
      type="button"
      className="uikit-pressable"
      style={boxStyle({ doc })}
      disabled={flagProp(doc, 'isDisabled')}
      data-testid={textProp(doc, 'testId')}
      onClick={() => tell(doc, 'onClick')}
    >
      <Children docs={doc.children} />
    </button>
  );
}

const Stack = ({ doc }: Drawing) => (
  <AtlaskitStack {...(doc.props as Omit<ComponentProps<typeof AtlaskitStack>, 'children'>)}>
    <Children docs={doc.children} />
  </AtlaskitStack>
);

const Inline = ({ doc }: Drawing) => (
  <AtlaskitInline {...(doc.props as Omit<ComponentProps<typeof AtlaskitInline>, 'children'>)}>
    <Children docs={doc.children} />
  </AtlaskitInline>
);

function Text({ doc }: Drawing) {
  const { as, ...rest } = doc.props as Omit<ComponentProps<typeof AtlaskitText>, 'children' | 'as'> & { as?: string };
  const text = (
    <AtlaskitText as={as === 'strike' ? 'span' : ((as ?? 'p') as 'p')} {...rest}>
      <Children docs={doc.children} />
    </AtlaskitText>
  );
  return as === 'strike' ? <s>{text}</s> : text;
}

function Heading({ doc }: Drawing) {
  const { size = 'medium', ...rest } = doc.props as Partial<ComponentProps<typeof AtlaskitHeading>>;
  return (
    <AtlaskitHeading {...(rest as { as: 'h2' })} size={size}>
      <Children docs={doc.children} />
    </AtlaskitHeading>
  );
}

function Link({ doc }: Drawing) {
  const { person } = useSite();
  const href = textProp(doc, 'href') ?? '#';
  // On a real site the session says who opens a file; here the address does.
  const address = href.startsWith('/secure/attachment/') ? `${href}?as=${encodeURIComponent(person.email)}` : href;
  return (
    <AtlaskitLink href={address} {...(flagProp(doc, 'openNewTab') === true && { target: '_blank' })}>
      <Children docs={doc.children} />
    </AtlaskitLink>
  );
}

const Strong = ({ doc }: Drawing) => (
  <strong>
    <Children docs={doc.children} />
  </strong>
);

const Em = ({ doc }: Drawing) => (
  <em>
    <Children docs={doc.children} />
  </em>
);

const Code = ({ doc }: Drawing) => (
  <code className="uikit-code" data-testid={textProp(doc, 'testId')}>
    <Children docs={doc.children} />
  </code>
);

/** As Atlassian's: no copy button, long lines run out of sight unless they wrap. */
const CodeBlock = ({ doc }: Drawing) => (
  <pre
    className={`uikit-code-block${flagProp(doc, 'shouldWrapLongLines') ? ' uikit-code-block-wrapped' : ''}`}
    data-testid={textProp(doc, 'testId')}
    tabIndex={0}
  >
    <code>{textProp(doc, 'text')}</code>
  </pre>
);

function List({ doc }: Drawing) {
  const Tag = textProp(doc, 'type') === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag className="uikit-list">
      <Children docs={doc.children} />
    </Tag>
  );
}

const ListItem = ({ doc }: Drawing) => (
  <li>
    <Children docs={doc.children} />
  </li>
);

const Image = ({ doc }: Drawing) => (
  <img
    src={textProp(doc, 'src')}
    alt={textProp(doc, 'alt') ?? ''}
    width={textProp(doc, 'width')}
    height={textProp(doc, 'height')}
  />
);

export const layout = {
  Box,
  Pressable,
  Stack,
  Inline,
  Text,
  Heading,
  Link,
  Strong,
  Em,
  Code,
  CodeBlock,
  List,
  ListItem,
  Image,
};
