import type { JiraCall } from '../jiraCall';
import { addCustomer } from '../model/people';
import { may } from '../model/permissions';
import { text } from '../read';
import { Refusal } from '../refusal';
import { created, route, type Answer, type Route } from '../router';
import { customerView } from '../views/personViews';

export const customerRoutes: readonly Route[] = [route('POST /customer', create)];

/** Jira administrators only; whether the app passes is a switch, because no document says (jira.md 2.2). */
function create(call: JiraCall): Answer {
  const { site, me, body, query } = call;
  const allowed = me.role === 'app' ? site.state.switches.appMayCreateCustomers : may({ site, me }, 'ADMINISTER');
  if (!allowed)
    throw new Refusal(403, {
      message: 'Unauthorized to perform the requested action, JIRA Administrators global permission is required.',
      i18nKey: 'sd.customer.create.error.permission.denied',
    });
  const email = text(body.email) ?? '';
  const name = text(body.displayName) ?? text(body.fullName) ?? email;
  const conflictStatus = query.get('strictConflictStatusCode') === 'true' ? 409 : 400;
  return created(customerView(site, addCustomer(site, { email, name, conflictStatus })));
}
