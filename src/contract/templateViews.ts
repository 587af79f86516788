import type { Template, TemplateStatus } from '../domain/template';

/** A template that may be sent. `id` and `language` name it in `sendTemplate`. */
export type TemplateView = Omit<Template, 'status'>;

export type TemplatesView = { readonly templates: readonly TemplateView[] };

/** What project settings show of a business number's templates. `failure`: why they are not known, in the provider's words. */
export type NumberTemplatesView = {
  readonly at?: string;
  readonly templates: readonly {
    readonly name: string;
    readonly language: string;
    readonly status: TemplateStatus;
    /** Agents can send it: approved, and nothing in it but typed values. */
    readonly isSendable: boolean;
  }[];
  readonly isCut?: true;
  readonly failure?: string;
};
