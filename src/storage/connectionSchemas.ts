import { z } from 'zod';
import { CHANNELS } from '../domain/contact';
import { VERIFICATIONS, type BusinessNumber, type Connection } from '../domain/settings';
import { ConnectionIdSchema, NumberIdSchema, ProjectIdSchema } from './idSchemas';
import type { RecordKind } from './record';

const BusinessNumberSchema = z.object({
  version: z.literal(1),
  id: NumberIdSchema,
  connection: ConnectionIdSchema,
  provider: z.string(),
  receiver: z.string(),
  display: z.string(),
  project: ProjectIdSchema,
  serviceDeskId: z.string(),
  channels: z.array(
    z.object({
      channel: z.enum(CHANNELS),
      requestTypeId: z.string(),
      routes: z.array(z.object({ keyword: z.string(), requestTypeId: z.string() })).exactOptional(),
    }),
  ),
}) satisfies z.ZodType<BusinessNumber>;

const ConnectionSchema = z.object({
  version: z.literal(1),
  id: ConnectionIdSchema,
  project: ProjectIdSchema,
  provider: z.string(),
  title: z.string(),
  token: z.string(),
  createdAt: z.number(),
  verification: z.enum(VERIFICATIONS).exactOptional(),
  numbers: z.array(BusinessNumberSchema),
}) satisfies z.ZodType<Connection>;

/** What the administrator entered for a connection, by field name. Secrets among them never leave the server. */
export type Credentials = Readonly<Record<string, string>>;

export const CONNECTION: RecordKind<Connection> = { name: 'connection', version: 1, schema: ConnectionSchema };

/** Credentials that were replaced: until then (epoch ms) they verify webhooks, and do nothing else. */
export type FormerCredentials = { readonly values: Credentials; readonly until: number };

const CredentialsSchema = z.record(z.string(), z.string());
const FormerSchema = z.array(z.object({ values: CredentialsSchema, until: z.number() }));

export const CREDENTIALS: RecordKind<StoredCredentials> = {
  name: 'credentials',
  version: 1,
  schema: z.object({ version: z.literal(1), values: CredentialsSchema, former: FormerSchema.exactOptional() }),
};
export type StoredCredentials = {
  readonly version: 1;
  readonly values: Credentials;
  readonly former?: readonly FormerCredentials[];
};

/** A connection with what is needed to speak for it. Of `former` some may be over. */
export type OpenConnection = {
  readonly connection: Connection;
  readonly credentials: Credentials;
  readonly former?: readonly FormerCredentials[];
};
export const OpenConnectionSchema: z.ZodType<OpenConnection> = z.object({
  connection: ConnectionSchema,
  credentials: CredentialsSchema,
  former: FormerSchema.exactOptional(),
});

/** `at` (epoch ms) tells a claim under way from one whose connection was never written. */
export const NUMBER_POINTER: RecordKind<NumberPointer> = {
  name: 'number',
  version: 1,
  schema: z.object({ version: z.literal(1), connection: ConnectionIdSchema, at: z.number() }),
};
export type NumberPointer = { readonly version: 1; readonly connection: Connection['id']; readonly at: number };
