/** A call Jira refuses, in neutral form; the door writes it in the envelope of the API that was called (jira.md 1.5). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly texts: RefusalTexts,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(texts.message ?? Object.values(texts.errors ?? {}).join(' '));
  }
}

export type RefusalTexts = {
  readonly message?: string;
  readonly errors?: Readonly<Record<string, string>>;
  /** For the JSM envelope. */
  readonly i18nKey?: string;
  readonly parameters?: readonly string[];
};

export const refuse = (status: number, message: string): Refusal => new Refusal(status, { message });
export const refuseField = (field: string, text: string): Refusal => new Refusal(400, { errors: { [field]: text } });

/** Jira answers the same for absent and invisible, so that nobody can probe. */
export const noSuchIssue = (): Refusal =>
  new Refusal(404, {
    message: 'Issue does not exist or you do not have permission to see it.',
    i18nKey: 'sd.agent.request.error.not.found',
  });

export function platformBody({ message, errors }: RefusalTexts) {
  return { errorMessages: message === undefined ? [] : [message], errors: errors ?? {} };
}

export function serviceDeskBody(refusal: Refusal) {
  const { i18nKey = 'sd.validation.error', parameters = [] } = refusal.texts;
  return { errorMessage: refusal.message, i18nErrorMessage: { i18nKey, parameters } };
}
