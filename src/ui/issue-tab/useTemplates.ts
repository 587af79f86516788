import { useEffect, useState } from 'react';
import type { TemplateView } from '../../contract/views';
import { answered, ask, type Refusal } from '../shared/ask';

type Offer = {
  /** Absent until the first answer. */
  readonly templates?: readonly TemplateView[];
  readonly refusal?: Refusal;
};

/** The templates that can be sent from a business number, asked for once. */
export function useTemplates(number: string): Offer {
  const [offer, setOffer] = useState<Offer>({});
  useEffect(() => {
    void answered(ask('listTemplates', { number })).then((answer) =>
      setOffer(answer.ok ? { templates: answer.output.templates } : { refusal: answer.error }),
    );
  }, [number]);
  return offer;
}
