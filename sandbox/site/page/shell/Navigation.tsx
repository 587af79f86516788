import DeviceIcon from '@atlaskit/icon/core/device-mobile';
import InboxIcon from '@atlaskit/icon/core/inbox';
import type { ReactNode } from 'react';
import { To, type Route } from '../shared/route';
import { useSite } from '../shared/site';
import { PersonSwitcher } from './PersonSwitcher';

export function Navigation({ route }: { readonly route: Route }) {
  const { project } = useSite();
  const inQueue = route.name === 'queue' || route.name === 'issue';
  return (
    <nav className="navigation" aria-label={project.name}>
      <div className="navigation-project">
        <span className="navigation-avatar" aria-hidden="true">
          {project.key.charAt(0)}
        </span>
        <span>
          <strong>{project.name}</strong>
          <small>Service project</small>
        </span>
      </div>
      <h2>Queues</h2>
      <Item route={{ name: 'queue' }} current={inQueue} icon={<InboxIcon label="" />}>
        All open
      </Item>
      <h2>Project settings</h2>
      <Item route={{ name: 'settings' }} current={route.name === 'settings'} icon={<DeviceIcon label="" />}>
        OmniChat
      </Item>
      <PersonSwitcher />
    </nav>
  );
}

type ItemProps = {
  readonly route: Route;
  readonly current: boolean;
  readonly icon: ReactNode;
  readonly children: ReactNode;
};

const Item = ({ route, current, icon, children }: ItemProps) => (
  <To route={route} className={current ? 'navigation-item navigation-item-current' : 'navigation-item'}>
    {icon}
    {children}
  </To>
);
