import { ok } from '../../domain/result';
import { DEFAULT_SITE_SETTINGS } from '../../domain/settings';
import { saveSiteSettings } from '../../storage/settings';
import { refuse, type Run } from '../call';

/** An empty domain means the default again. */
export const saveCustomerDomain: Run<'saveCustomerDomain'> = async ({ ports }, _context, input) => {
  const customerDomain = input.domain === '' ? DEFAULT_SITE_SETTINGS.customerDomain : asDomain(input.domain);
  if (customerDomain === undefined) return refuse('bad-domain');
  await saveSiteSettings(ports, { version: 1, customerDomain });
  ports.log.info('customer domain saved', { isDefault: customerDomain === DEFAULT_SITE_SETTINGS.customerDomain });
  return ok({});
};

/** Letters of other scripts are spelled in ASCII, as mail needs it. Leaves room for the 32 characters before the @ (RFC 5321: 254). */
function asDomain(entered: string): string | undefined {
  const typed = entered.replace(/^@/, '').replace(/\.$/, '');
  if (/[\s/:@?#%\\[\]]/.test(typed) || !URL.canParse(`https://${typed}`)) return undefined;
  const ascii = new URL(`https://${typed}`).hostname;
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  const isDomain = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$`).test(ascii);
  return isDomain && ascii.length <= 200 ? ascii : undefined;
}
