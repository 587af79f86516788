import type { Account } from '../account';
import { componentsOf, type DemoTemplate } from '../demoTemplates';
import { templatesOf } from '../templateBook';

export const NAMESPACE = '8a4f2c0e_51d7_4b3a_9f66_0c2d7e1b5a90';

/** The texts of the demo account as MessageBird lists them. */
export const listedTemplates = (account: Account): readonly object[] => templatesOf(account).map(spelled);

const spelled = (template: DemoTemplate): object => {
  const { name, language, category, status } = template;
  const around = { namespace: NAMESPACE, wabaId: '102290129340398', createdAt: '2026-01-10T08:00:00Z' };
  return { ...around, name, language, category, status, components: componentsOf(template) };
};
