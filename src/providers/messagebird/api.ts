import { z } from 'zod';
import { list } from '../lenient';
import type { ProviderRequest } from '../provider';
import type { ProviderError } from '../sendResult';
import { MessageError } from './payloads';

export const postJson = (url: string, accessKey: string, body: object): ProviderRequest => ({
  method: 'POST',
  url,
  headers: { ...authorization(accessKey), 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const getRequest = (url: string, accessKey: string): ProviderRequest => ({
  method: 'GET',
  url,
  headers: authorization(accessKey),
});

const authorization = (accessKey: string) => ({ authorization: `AccessKey ${accessKey}` });

/** Every API of MessageBird tells its errors in one way. */
export function errorIn(body: unknown): ProviderError | undefined {
  const error = MessageError.safeParse(Errors.safeParse(body).data?.errors[0]).data;
  if (!error) return undefined;
  return { code: String(error.code), ...(error.description && { detail: error.description }) };
}

const Errors = z.object({ errors: list });
