import { useSite } from '../shared/site';
import { Screen } from '../uikit/Screen';

/** Project settings → OmniChat: hosts the app's own screen. */
export function ProjectSettings() {
  const { project, person } = useSite();
  const place = { module: 'settings', person, projectId: project.id, projectKey: project.key };
  return (
    <div className="page page-narrow">
      <p className="breadcrumbs">{project.name} / Project settings</p>
      {person.role !== 'admin' && (
        <p className="quiet">
          Project settings are for administrators: switch to Ada at the bottom left to change them.
        </p>
      )}
      <Screen entry="settings" place={place} />
    </div>
  );
}
