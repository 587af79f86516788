import type { Template, TemplateFileKind, TemplateHeaderKind, TemplateStatus } from '../domain/template';
import type { TemplateHindrance } from '../domain/templateHindrance';

/** `id` and `language` name it in `sendTemplate`. */
export type TemplateView = Omit<Template, 'status'> & {
  /** The header is given a file of at most so many bytes with each send. */
  readonly file?: { readonly kind: TemplateFileKind; readonly maxBytes: number };
  /** Why it cannot be sent. */
  readonly hindrance?: TemplateHindrance;
};

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
