import type { JiraCaller } from '../../../sandbox/doors';
import { aCustomer, aRequest, jiraAt, type Jira } from './jiraSteps';

const APP = { kind: 'app' } as const satisfies JiraCaller;
const BYTES = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 128, 10]);
const TOKEN = { 'x-atlassian-token': 'no-check' };

type Form = {
  readonly part?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
};

/** Sends a file as browsers and `fetch` do. */
async function upload({ site }: Jira, key: string, { part = 'file', bytes = BYTES, headers = TOKEN }: Form = {}) {
  const form = new FormData();
  form.append(part, new Blob([bytes], { type: 'image/png' }), 'photo.png');
  const request = new Response(form);
  const type = { 'content-type': request.headers.get('content-type') ?? '' };
  const body = new Uint8Array(await request.arrayBuffer());
  const url = `/rest/api/3/issue/${key}/attachments`;
  const reply = await site.door({ method: 'POST', url, caller: APP, headers: { ...type, ...headers }, body });
  return { status: reply.status, body: JSON.parse(String(reply.body)) as { id: string }[] };
}

const download = ({ site }: Jira, caller: JiraCaller, id: string) =>
  site.door({
    method: 'GET',
    url: `/rest/api/3/attachment/content/${id}?redirect=false`,
    caller,
    headers: {},
    body: '',
  });

const showing = (mediaId: string) => ({
  type: 'doc',
  version: 1,
  content: [
    {
      type: 'mediaSingle',
      attrs: { layout: 'align-start' },
      content: [{ type: 'media', attrs: { type: 'file', id: mediaId, collection: '' } }],
    },
  ],
});
const internal = [{ key: 'sd.public.comment', value: { internal: true } }];

async function withPhoto() {
  const jira = jiraAt();
  const accountId = await aCustomer(jira);
  const ana = { kind: 'person', accountId, throughApp: true } as const;
  const { key } = await aRequest(jira, { reporter: { id: accountId } });
  jira.told();
  const reply = await upload(jira, key);
  const [{ id } = { id: '' }] = reply.body;
  const url = `/rest/api/3/attachment/content/${id}`;
  const found = await jira.site.door({ method: 'GET', url, caller: APP, headers: {}, body: '' });
  const mediaId = /\/file\/([0-9a-f-]{36})\/binary/.exec(found.headers.location ?? '')?.[1] ?? '';
  return { jira, ana, key, reply, id, mediaId };
}

test('a file sent as a form is on the issue, and Jira tells of it with a shadow update', async () => {
  const { jira, key, reply } = await withPhoto();
  expect(reply).toMatchObject({
    status: 200,
    body: [{ filename: 'photo.png', mimeType: 'image/png', size: BYTES.length, author: { displayName: 'OmniChat' } }],
  });
  expect(jira.told()).toEqual(['created:attachment', 'updated:issue']);
  const issue = await jira.ben.get(`/rest/api/3/issue/${key}?fields=attachment`);
  expect(issue.body.fields).toMatchObject({ attachment: [{ filename: 'photo.png' }] });
});

test('its content leads to the media service, whose address names the media id, or comes at once', async () => {
  const { jira, id, mediaId } = await withPhoto();
  expect(mediaId).toHaveLength(36);
  const direct = await download(jira, APP, id);
  expect(direct).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
  expect(direct.body).toEqual(BYTES);
});

test('a customer sees a file only where a public comment of their own request shows it', async () => {
  const { jira, ana, key, id, mediaId } = await withPhoto();
  const comment = (properties: object[]) =>
    jira.app.post(`/rest/api/3/issue/${key}/comment`, { body: showing(mediaId), properties });
  expect((await download(jira, ana, id)).status).toBe(404);
  await comment(internal);
  expect((await download(jira, ana, id)).status).toBe(404);
  const { body } = await comment([]);
  expect((await download(jira, ana, id)).status).toBe(200);
  const customer = jira.as(ana.accountId);
  const files = await customer.get(`/rest/servicedeskapi/request/${key}/comment/${body.id}/attachment`);
  expect(files.body.values).toMatchObject([{ filename: 'photo.png', mimeType: 'image/png' }]);
  expect((await customer.get(`/rest/servicedeskapi/request/${key}/attachment`)).body.values).toHaveLength(1);
});

test('a form without the header against forged requests, without a file, or with too large a one is refused', async () => {
  const { jira, key } = await withPhoto();
  expect((await upload(jira, key, { headers: {} })).status).toBe(403);
  expect((await upload(jira, key, { part: 'picture' })).status).toBe(400);
  expect((await upload(jira, key, { bytes: new Uint8Array(10_485_761) })).status).toBe(413);
});

test('a file that was removed is gone, and Jira tells of it', async () => {
  const { jira, id } = await withPhoto();
  jira.told();
  expect((await jira.app.delete(`/rest/api/3/attachment/${id}`)).status).toBe(204);
  expect(jira.told()).toEqual(['deleted:attachment', 'updated:issue']);
  expect((await jira.app.get(`/rest/api/3/attachment/${id}`)).status).toBe(404);
});
