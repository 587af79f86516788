import type { ProjectId } from '../../domain/ids';
import { mapOutcome, type JiraOutcome } from '../../jira/outcome';
import { requestTypes, serviceDeskOf, type ListedRequestType } from '../../jira/requestTypes';
import type { App } from '../call';

/** What a request of the project can be, and the service desk it belongs to. */
export type ProjectRequestTypes = { readonly serviceDeskId: string; readonly types: readonly ListedRequestType[] };

export async function projectRequestTypes(
  { ports }: App,
  project: ProjectId,
): Promise<JiraOutcome<ProjectRequestTypes>> {
  const desk = await serviceDeskOf(ports, project);
  if (desk.kind !== 'ok') return desk;
  const serviceDeskId = desk.value;
  return mapOutcome(await requestTypes(ports.jira, serviceDeskId), (types) => ({ serviceDeskId, types }));
}
