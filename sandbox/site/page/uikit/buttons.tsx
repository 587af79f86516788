import AtlaskitButtonGroup from '@atlaskit/button/button-group';
import AtlaskitButton, { LinkButton as AtlaskitLinkButton } from '@atlaskit/button/new';
import type { ComponentProps } from 'react';
import { Children, type Drawing } from './draw';
import { glyph } from './glyphs';
import { flagProp, own, tell, textProp } from './tell';

type AnyButton = ComponentProps<typeof AtlaskitButton>;

const plain = [
  'appearance',
  'autoFocus',
  'isDisabled',
  'isSelected',
  'shouldFitContainer',
  'spacing',
  'testId',
  'type',
];

function Button({ doc }: Drawing) {
  const own = Object.fromEntries(
    Object.entries(doc.props).filter(([name]) => plain.includes(name)),
  ) as Partial<AnyButton>;
  const before = textProp(doc, 'iconBefore');
  const after = textProp(doc, 'iconAfter');
  return (
    <AtlaskitButton
      {...own}
      {...(flagProp(doc, 'isLoading') !== undefined && { isLoading: flagProp(doc, 'isLoading') === true })}
      {...(before && { iconBefore: glyph(before) })}
      {...(after && { iconAfter: glyph(after) })}
      onClick={() => tell(doc, 'onClick')}
    >
      <Children docs={doc.children} />
    </AtlaskitButton>
  );
}

const LinkButton = ({ doc }: Drawing) => (
  <AtlaskitLinkButton
    href={textProp(doc, 'href') ?? '#'}
    {...own<{ appearance: 'default'; target: string; testId: string }>(doc, 'appearance', 'target', 'testId')}
    onClick={() => tell(doc, 'onClick')}
  >
    <Children docs={doc.children} />
  </AtlaskitLinkButton>
);

const ButtonGroup = ({ doc }: Drawing) => (
  <AtlaskitButtonGroup
    {...own<{ label: string; titleId: string; appearance: 'default' }>(doc, 'label', 'titleId', 'appearance')}
  >
    {doc.children.map((child) => (
      <Children key={child.key} docs={[child]} />
    ))}
  </AtlaskitButtonGroup>
);

export const buttons = { Button, LoadingButton: Button, LinkButton, ButtonGroup };
