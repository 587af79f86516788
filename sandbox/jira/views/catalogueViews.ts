import type { Site } from '../jiraCall';
import {
  byId,
  categoryOf,
  ISSUE_TYPES,
  PRIORITIES,
  RESOLUTIONS,
  STATUSES,
  type Category,
  type LinkType,
} from '../model/catalogue';
import { typeOf } from '../model/projects';
import type { Project } from '../model/state';

const rest = (site: Site, path: string) => `${site.baseUrl}/rest/api/3/${path}`;

export const categoryBean = (site: Site, category: Category) => ({
  self: rest(site, `statuscategory/${category.id}`),
  id: category.id,
  key: category.key,
  colorName: category.colorName,
  name: category.name,
});
export const categoryView = (site: Site, statusId: string) => categoryBean(site, categoryOf(statusId));

export const statusView = (site: Site, statusId: string) => ({
  self: rest(site, `status/${statusId}`),
  description: '',
  iconUrl: `${site.baseUrl}/images/icons/status_generic.gif`,
  name: byId(STATUSES, statusId).name,
  id: statusId,
  statusCategory: categoryView(site, statusId),
});

export const issueTypeView = (site: Site, issueTypeId: string) => {
  const { id, name, description, subtask = false } = byId(ISSUE_TYPES, issueTypeId);
  const iconUrl = `${site.baseUrl}/images/icons/issuetypes/${id}.svg`;
  return {
    self: rest(site, `issuetype/${id}`),
    id,
    description,
    iconUrl,
    name,
    subtask,
    hierarchyLevel: subtask ? -1 : 0,
  };
};

export const priorityView = (site: Site, priorityId: string) => {
  const { id, name } = byId(PRIORITIES, priorityId);
  const iconUrl = `${site.baseUrl}/images/icons/priorities/${name.toLowerCase()}.svg`;
  return { self: rest(site, `priority/${id}`), iconUrl, name, id };
};

export const resolutionView = (site: Site, resolutionId: string) => ({
  self: rest(site, `resolution/${resolutionId}`),
  ...byId(RESOLUTIONS, resolutionId),
});

export const linkTypeView = (site: Site, type: LinkType) => ({ ...type, self: rest(site, `issueLinkType/${type.id}`) });

export const projectView = (site: Site, project: Project) => ({
  self: rest(site, `project/${project.id}`),
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: typeOf(project),
  simplified: false,
  style: 'classic',
  isPrivate: false,
});
