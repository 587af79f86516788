import AtlaskitSelect from '@atlaskit/select';
import AtlaskitTextArea from '@atlaskit/textarea';
import AtlaskitTextfield from '@atlaskit/textfield';
import AtlaskitToggle from '@atlaskit/toggle';
import type { ChangeEvent } from 'react';
import { Slot, type Drawing } from './draw';
import { flagProp, inputEvent, omit, passOn, tell, textProp } from './tell';
import { useEcho } from './useEcho';

type Typed = { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement };

/** Props that are passed on as they are: not the handlers, and not the value, which is echoed. */
function plainProps({ doc }: Drawing): Record<string, unknown> {
  return omit(
    doc,
    'value',
    'defaultValue',
    'defaultChecked',
    'isChecked',
    'onChange',
    'onBlur',
    'onFocus',
    'onInputChange',
  );
}

function useTyped({ doc }: Drawing) {
  const [shown, type] = useEcho(textProp(doc, 'value'), textProp(doc, 'defaultValue') ?? '');
  const onChange = (event: Typed) => {
    type(event.currentTarget.value);
    tell(doc, 'onChange', inputEvent(event.currentTarget, 'change'));
  };
  return { value: shown, onChange, ...passOn(doc) };
}

function TextArea({ doc }: Drawing) {
  const typed = useTyped({ doc });
  return <AtlaskitTextArea {...plainProps({ doc })} {...typed} />;
}

function Textfield({ doc }: Drawing) {
  const typed = useTyped({ doc });
  const { elemAfterInput: after, elemBeforeInput: before, ...rest } = plainProps({ doc });
  return (
    <AtlaskitTextfield
      {...rest}
      {...typed}
      {...(after !== undefined && { elemAfterInput: <Slot doc={doc} name="elemAfterInput" /> })}
      {...(before !== undefined && { elemBeforeInput: <Slot doc={doc} name="elemBeforeInput" /> })}
    />
  );
}

type Option = { readonly label: string; readonly value: unknown };

function Select({ doc }: Drawing) {
  const owned = 'value' in doc.props ? ((doc.props.value as Option | null | undefined) ?? null) : undefined;
  const [chosen, choose] = useEcho<unknown>(owned, doc.props.defaultValue ?? null);
  const { id, inputId, ...rest } = plainProps({ doc });
  return (
    <AtlaskitSelect
      {...rest}
      inputId={(inputId ?? id) as string}
      value={chosen}
      menuPosition="fixed"
      onChange={(next: unknown) => {
        choose(next);
        tell(doc, 'onChange', next);
      }}
      onInputChange={(typed: string) => tell(doc, 'onInputChange', typed)}
      onBlur={() => tell(doc, 'onBlur')}
      onFocus={() => tell(doc, 'onFocus')}
    />
  );
}

function useChecked({ doc }: Drawing) {
  const [isChecked, check] = useEcho(flagProp(doc, 'isChecked'), flagProp(doc, 'defaultChecked') ?? false);
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    check(event.target.checked);
    tell(doc, 'onChange', inputEvent(event.target, 'change'));
  };
  return { isChecked, onChange };
}

function Toggle({ doc }: Drawing) {
  return <AtlaskitToggle {...plainProps({ doc })} {...useChecked({ doc })} {...passOn(doc)} />;
}

function Checkbox({ doc }: Drawing) {
  const { isChecked, onChange } = useChecked({ doc });
  return (
    <label className="uikit-checkbox" data-testid={textProp(doc, 'testId')}>
      <input
        type="checkbox"
        id={textProp(doc, 'id')}
        name={textProp(doc, 'name')}
        value={textProp(doc, 'value')}
        checked={isChecked}
        disabled={flagProp(doc, 'isDisabled')}
        aria-invalid={flagProp(doc, 'isInvalid')}
        onChange={onChange}
        {...passOn(doc)}
      />
      <span>
        <Slot doc={doc} name="label" />
      </span>
    </label>
  );
}

/** The files chosen cross the bridge with their bytes as a data URL. */
function FilePicker({ doc }: Drawing) {
  const choose = async (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // The same file can be chosen again after it was removed.
    input.value = '';
    const data = await Promise.all(chosen.map(dataUrl));
    const told = chosen.map(({ name, size, type }, index) => ({ name, size, type, data: data[index] ?? '' }));
    tell(doc, 'onChange', told);
  };
  return (
    <label className="uikit-file-picker" data-testid={textProp(doc, 'testId')}>
      <strong>{textProp(doc, 'label')}</strong>
      <input type="file" multiple onChange={(event) => void choose(event.currentTarget)} />
      <small>{textProp(doc, 'description')}</small>
    </label>
  );
}

const dataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')));
    reader.readAsDataURL(file);
  });

export const fields = { TextArea, Textfield, Select, Toggle, Checkbox, FilePicker };
