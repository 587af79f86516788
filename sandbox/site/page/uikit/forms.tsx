import {
  ErrorMessage as AtlaskitErrorMessage,
  FormFooter as AtlaskitFormFooter,
  FormHeader as AtlaskitFormHeader,
  FormSection as AtlaskitFormSection,
  HelperMessage as AtlaskitHelperMessage,
  Label as AtlaskitLabel,
  ValidMessage as AtlaskitValidMessage,
} from '@atlaskit/form';
import type { FormEvent } from 'react';
import { Children, Slot, type Drawing } from './draw';
import { own, tell, textProp } from './tell';

function Form({ doc }: Drawing) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    tell(doc, 'onSubmit');
  };
  return (
    <form noValidate className="uikit-form" onSubmit={submit}>
      <Children docs={doc.children} />
    </form>
  );
}

const FormHeader = ({ doc }: Drawing) => (
  <AtlaskitFormHeader {...own<{ title: string }>(doc, 'title')} description={<Slot doc={doc} name="description" />}>
    <Children docs={doc.children} />
  </AtlaskitFormHeader>
);

const FormSection = ({ doc }: Drawing) => (
  <AtlaskitFormSection {...own<{ title: string }>(doc, 'title')} description={<Slot doc={doc} name="description" />}>
    <Children docs={doc.children} />
  </AtlaskitFormSection>
);

const FormFooter = ({ doc }: Drawing) => (
  <AtlaskitFormFooter align={textProp(doc, 'align') === 'start' ? 'start' : 'end'}>
    <Children docs={doc.children} />
  </AtlaskitFormFooter>
);

const Label = ({ doc }: Drawing) => (
  <AtlaskitLabel
    htmlFor={textProp(doc, 'labelFor') ?? ''}
    {...own<{ id: string; testId: string }>(doc, 'id', 'testId')}
  >
    <Children docs={doc.children} />
  </AtlaskitLabel>
);

const HelperMessage = ({ doc }: Drawing) => (
  <AtlaskitHelperMessage {...own<{ testId: string }>(doc, 'testId')}>
    <Children docs={doc.children} />
  </AtlaskitHelperMessage>
);

const ErrorMessage = ({ doc }: Drawing) => (
  <AtlaskitErrorMessage {...own<{ testId: string }>(doc, 'testId')}>
    <Children docs={doc.children} />
  </AtlaskitErrorMessage>
);

const ValidMessage = ({ doc }: Drawing) => (
  <AtlaskitValidMessage {...own<{ testId: string }>(doc, 'testId')}>
    <Children docs={doc.children} />
  </AtlaskitValidMessage>
);

export const forms = { Form, FormHeader, FormSection, FormFooter, Label, HelperMessage, ErrorMessage, ValidMessage };
