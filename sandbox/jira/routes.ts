import { aboutRoutes } from './platform/about';
import { attachmentRoutes } from './platform/attachments';
import { changelogRoutes } from './platform/changelogs';
import { commentRoutes } from './platform/comments';
import { issueRoutes } from './platform/issues';
import { linkRoutes } from './platform/links';
import { permissionRoutes } from './platform/permissions';
import { projectRoutes } from './platform/projects';
import { propertyRoutes } from './platform/properties';
import { searchRoutes } from './platform/search';
import { transitionRoutes } from './platform/transitions';
import { userRoutes } from './platform/users';
import { requestCommentRoutes } from './service-desk/comments';
import { customerRoutes } from './service-desk/customers';
import { deskRoutes } from './service-desk/desks';
import { requestRoutes } from './service-desk/requests';

/** Below `/rest/api/<version>`. */
export const platformRoutes = [
  ...aboutRoutes,
  ...projectRoutes,
  ...searchRoutes,
  ...userRoutes,
  ...permissionRoutes,
  ...changelogRoutes,
  ...linkRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...transitionRoutes,
  ...attachmentRoutes,
  ...propertyRoutes,
];

/** Below `/rest/servicedeskapi`. */
export const serviceDeskRoutes = [...deskRoutes, ...customerRoutes, ...requestRoutes, ...requestCommentRoutes];
