import AtlaskitTabs, {
  Tab as AtlaskitTab,
  TabList as AtlaskitTabList,
  TabPanel as AtlaskitTabPanel,
} from '@atlaskit/tabs';
import { Children, type Drawing } from './draw';
import { numberProp, own, tell, textProp } from './tell';
import { useEcho } from './useEcho';

function Tabs({ doc }: Drawing) {
  const [selected, select] = useEcho(numberProp(doc, 'selected'), numberProp(doc, 'defaultSelected') ?? 0);
  return (
    <AtlaskitTabs
      id={textProp(doc, 'id') ?? doc.key}
      {...own<{ testId: string; shouldUnmountTabPanelOnChange: boolean }>(
        doc,
        'testId',
        'shouldUnmountTabPanelOnChange',
      )}
      selected={selected}
      onChange={(index) => {
        select(index);
        tell(doc, 'onChange', index);
      }}
    >
      {doc.children.map((child) => (
        <Children key={child.key} docs={[child]} />
      ))}
    </AtlaskitTabs>
  );
}

const TabList = ({ doc }: Drawing) => (
  <AtlaskitTabList>
    {doc.children.map((child) => (
      <Children key={child.key} docs={[child]} />
    ))}
  </AtlaskitTabList>
);

const Tab = ({ doc }: Drawing) => (
  <AtlaskitTab {...own<{ testId: string }>(doc, 'testId')}>
    <Children docs={doc.children} />
  </AtlaskitTab>
);

const TabPanel = ({ doc }: Drawing) => (
  <AtlaskitTabPanel {...own<{ testId: string }>(doc, 'testId')}>
    <div className="uikit-tab-panel">
      <Children docs={doc.children} />
    </div>
  </AtlaskitTabPanel>
);

export const tabs = { Tabs, Tab, TabList, TabPanel };
