import type { JiraCall, Site } from '../jiraCall';
import { personOf } from '../model/people';
import type { Attachment } from '../model/state';
import { jiraTime, serviceDeskTime } from '../model/time';
import { customerView, userById } from './personViews';

export const attachmentView = (call: JiraCall, attachment: Attachment) => ({
  self: `${call.site.baseUrl}/rest/api/3/attachment/${attachment.id}`,
  id: attachment.id,
  filename: attachment.fileName,
  author: userById(call.site, attachment.author, call.me),
  created: jiraTime(attachment.created),
  size: attachment.size,
  mimeType: attachment.mimeType,
  content: contentUrl(call.site, attachment),
});

/** The service desk's own view has no id: it stands in the address (jira.md 4). */
export const requestAttachmentView = (call: JiraCall, attachment: Attachment) => ({
  filename: attachment.fileName,
  author: customerView(call.site, personOf(call.site, attachment.author)),
  created: serviceDeskTime(attachment.created, call.site.now()),
  size: attachment.size,
  mimeType: attachment.mimeType,
  _links: {
    jiraRest: `${call.site.baseUrl}/rest/api/2/attachment/${attachment.id}`,
    content: contentUrl(call.site, attachment),
  },
});

const contentUrl = (site: Site, { id }: Attachment): string => `${site.baseUrl}/rest/api/3/attachment/content/${id}`;
