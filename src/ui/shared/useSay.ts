import { useMemo } from 'react';
import { useTranslation } from '@forge/react';
import { fill } from '../../domain/text/fill';

/** Sentences of static/locales. */
export type Say = {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The sentence of a code, e.g. `say.code('failure', 'blocked')`; of a code nobody foresaw, the group's `other`. */
  readonly code: (group: string, code: string, values?: Readonly<Record<string, string | number>>) => string;
};

export function useSay(): Say {
  const { t } = useTranslation();
  return useMemo(() => {
    const say: Say = Object.assign(
      (key: string, values: Readonly<Record<string, string | number>> = {}) => fill(t(key), values),
      {
        code: (group: string, code: string, values: Readonly<Record<string, string | number>> = {}) =>
          fill(t(`${group}.${code}`, t(`${group}.other`)), values),
      },
    );
    return say;
  }, [t]);
}
