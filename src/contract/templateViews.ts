import type { Template, TemplateHeaderKind, TemplateStatus } from '../domain/template';
import type { TemplateHindrance } from '../domain/templateHindrance';

/** `id` and `language` name it in `sendTemplate`. `hindrance`: why it cannot be sent. */
export type TemplateView = Omit<Template, 'status'> & { readonly hindrance?: TemplateHindrance };

export type TemplatesView = { readonly templates: readonly TemplateView[] };

/** What project settings show of a business number's templates. `failure`: why they are not known, in the provider's words. */
export type NumberTemplatesView = {
  readonly at?: string;
  readonly templates: readonly {
    readonly name: string;
    readonly language: string;
    readonly status: TemplateStatus;
    readonly header?: TemplateHeaderKind;
    /** Why agents cannot send it. */
    readonly hindrance?: TemplateHindrance;
  }[];
  readonly isCut?: true;
  readonly failure?: string;
};
