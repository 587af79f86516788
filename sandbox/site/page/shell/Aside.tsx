import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { ProviderConsoles } from '../consoles/ProviderConsoles';
import { BreakIt } from '../guide/BreakIt';
import { Happened } from '../guide/Happened';
import { Phones } from '../phones/Phones';

/** What stands beside Jira: the customers' phones, what just happened, the providers' consoles, faults. */
export const Aside = () => (
  <aside className="aside" aria-label="Outside Jira">
    <Phones />
    <div className="aside-panel">
      <Tabs id="outside">
        <TabList>
          <Tab>What just happened</Tab>
          <Tab>Provider consoles</Tab>
          <Tab>Break it</Tab>
        </TabList>
        <TabPanel>
          <Happened />
        </TabPanel>
        <TabPanel>
          <ProviderConsoles />
        </TabPanel>
        <TabPanel>
          <BreakIt />
        </TabPanel>
      </Tabs>
    </div>
  </aside>
);
