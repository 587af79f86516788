import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { Face } from '../shared/Face';
import { useSite } from '../shared/site';

const roles = { agent: 'Agent', admin: 'Administrator', customer: 'Customer' } as const;

/** Who is looking: the sandbox needs no log-in. */
export function PersonSwitcher() {
  const { state, person, switchTo } = useSite();
  const team = state.people.filter((one) => one.role !== 'customer');
  return (
    <div className="person">
      <DropdownMenu
        placement="top-start"
        trigger={({ triggerRef, ...props }) => (
          <button
            ref={triggerRef}
            type="button"
            className="person-trigger"
            data-testid="person-switcher"
            aria-haspopup={props['aria-haspopup']}
            aria-expanded={props['aria-expanded']}
            onClick={props.onClick}
          >
            <Face name={person.name} />
            <span>
              <strong>{person.name}</strong>
              <small>{roles[person.role]}</small>
            </span>
          </button>
        )}
      >
        <DropdownItemRadioGroup id="person" title="Look at the site as">
          {team.map((one) => (
            <DropdownItemRadio
              key={one.accountId}
              id={one.accountId}
              isSelected={one.accountId === person.accountId}
              onClick={() => switchTo(one)}
              description={roles[one.role]}
            >
              {one.name}
            </DropdownItemRadio>
          ))}
        </DropdownItemRadioGroup>
      </DropdownMenu>
    </div>
  );
}
