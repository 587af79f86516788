import AtlaskitBadge from '@atlaskit/badge';
import ButtonGroup from '@atlaskit/button/button-group';
import AtlaskitHeading from '@atlaskit/heading';
import AtlaskitLozenge from '@atlaskit/lozenge';
import AtlaskitSectionMessage, { SectionMessageAction as AtlaskitAction } from '@atlaskit/section-message';
import AtlaskitSpinner from '@atlaskit/spinner';
import { token } from '@atlaskit/tokens';
import AtlaskitTooltip from '@atlaskit/tooltip';
import { Face } from '../shared/Face';
import { usePeople } from '../shared/people';
import { Children, Slot, type Drawing } from './draw';
import { docsOf, textOf } from './forgeDoc';
import { glyph } from './glyphs';
import { flagProp, numberProp, own, tell, textProp } from './tell';

const Badge = ({ doc }: Drawing) => <AtlaskitBadge {...doc.props}>{textOf(doc.children)}</AtlaskitBadge>;

const Lozenge = ({ doc }: Drawing) => (
  <AtlaskitLozenge {...doc.props}>
    <Children docs={doc.children} />
  </AtlaskitLozenge>
);

function SectionMessage({ doc }: Drawing) {
  const actions = docsOf(doc.props.actions, 'actions');
  return (
    <AtlaskitSectionMessage
      {...own<{ appearance: 'information'; title: string; testId: string }>(doc, 'appearance', 'title', 'testId')}
      {...(actions.length > 0 && {
        actions: actions.map((action) => <SectionMessageAction key={action.key} doc={action} />),
      })}
    >
      <Children docs={doc.children} />
    </AtlaskitSectionMessage>
  );
}

const SectionMessageAction = ({ doc }: Drawing) => (
  <AtlaskitAction
    {...own<{ href: string; testId: string }>(doc, 'href', 'testId')}
    {...(!doc.props.href && { onClick: () => tell(doc, 'onClick') })}
  >
    <Children docs={doc.children} />
  </AtlaskitAction>
);

const Spinner = ({ doc }: Drawing) => <AtlaskitSpinner {...doc.props} label={textProp(doc, 'label') ?? 'Loading'} />;

const Tooltip = ({ doc }: Drawing) => (
  <AtlaskitTooltip
    content={textOf(docsOf(doc.props.content))}
    position={(textProp(doc, 'position') ?? 'bottom') as 'bottom'}
  >
    <span className="uikit-tooltip-target">
      <Children docs={doc.children} />
    </span>
  </AtlaskitTooltip>
);

function Icon({ doc }: Drawing) {
  const Glyph = glyph(textProp(doc, 'glyph') ?? '');
  const color = (textProp(doc, 'color') ?? textProp(doc, 'primaryColor')) as Parameters<typeof token>[0] | undefined;
  return <Glyph label={textProp(doc, 'label') ?? ''} {...(color && { color: token(color) as 'currentColor' })} />;
}

function EmptyState({ doc }: Drawing) {
  return (
    <div className="uikit-empty-state" data-testid={textProp(doc, 'testId')}>
      <AtlaskitHeading size="medium" as={`h${numberProp(doc, 'headingLevel') ?? 4}` as 'h4'}>
        {textProp(doc, 'header')}
      </AtlaskitHeading>
      <div className="uikit-empty-state-description">
        <Slot doc={doc} name="description" />
      </div>
      <ButtonGroup label={textProp(doc, 'buttonGroupLabel') ?? 'Actions'}>
        <Slot doc={doc} name="secondaryAction" />
        <Slot doc={doc} name="primaryAction" />
      </ButtonGroup>
      <Slot doc={doc} name="tertiaryAction" />
    </div>
  );
}

/** A person by account id: the product knows their name and picture. */
function User({ doc }: Drawing) {
  const people = usePeople();
  const accountId = textProp(doc, 'accountId');
  const name = people.find((one) => one.accountId === accountId)?.name ?? 'Unknown user';
  if (flagProp(doc, 'hideDisplayName')) return <Face name={name} />;
  return (
    <span className="uikit-user">
      <Face name={name} /> {name}
    </span>
  );
}

export const messages = {
  Badge,
  Lozenge,
  SectionMessage,
  SectionMessageAction,
  Spinner,
  Tooltip,
  Icon,
  EmptyState,
  User,
};
