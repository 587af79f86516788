import { IconButton } from '@atlaskit/button/new';
import AttachIcon from '@atlaskit/icon/core/attachment';
import DropdownMenu, { DropdownItem, DropdownItemCheckbox, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import SendIcon from '@atlaskit/icon/core/send';
import { useRef, useState, type FormEvent } from 'react';
import { sandbox, type Channel, type Outgoing, type PhoneOwner } from '../api/sandbox';
import { useAction } from '../shared/useAction';

type Parts = { readonly phone: PhoneOwner; readonly channel: Channel; readonly to: string };

const files: readonly { readonly title: string; readonly media: NonNullable<Outgoing['media']> }[] = [
  { title: 'Photo', media: { kind: 'image', caption: 'This is what it looks like' } },
  { title: 'Voice note', media: { kind: 'voice' } },
  { title: 'Document', media: { kind: 'document', fileName: 'invoice.pdf' } },
];

const kinds: Readonly<Record<string, string>> = { image: 'image', video: 'video', audio: 'audio' };

/** Somebody's own file, as the kind a phone would send it as. */
async function mediaOf(file: globalThis.File): Promise<NonNullable<Outgoing['media']>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const kind = kinds[file.type.split('/')[0] ?? ''] ?? 'document';
  return { kind, base64, fileName: file.name, ...(file.type && { mimeType: file.type }) };
}

export function PhoneComposer({ phone, channel, to }: Parts) {
  const [text, setText] = useState('');
  const [hidesNumber, hideNumber] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const send = useAction(async (wish: Partial<Outgoing> | Promise<Partial<Outgoing>>) => {
    const message = await wish;
    return sandbox.write(phone.number, {
      channel,
      to,
      ...message,
      ...(channel === 'whatsapp' && hidesNumber && { identity: 'user-id' }),
    });
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || send.busy) return;
    const typed = text;
    setText('');
    if (!(await send.run({ text: typed }))) setText(typed);
  };
  return (
    <form className="phone-composer" onSubmit={(event) => void submit(event)}>
      {send.error !== undefined && <p role="alert">{send.error}</p>}
      {channel === 'whatsapp' && (
        <DropdownMenu
          placement="top-start"
          trigger={({ triggerRef, ...props }) => (
            <IconButton
              {...props}
              ref={triggerRef}
              icon={AttachIcon}
              label="Attach"
              appearance="subtle"
              spacing="compact"
            />
          )}
        >
          <DropdownItemGroup title="Send">
            {files.map(({ title, media }) => (
              <DropdownItem key={title} onClick={() => void send.run({ media })}>
                {title}
              </DropdownItem>
            ))}
            <DropdownItem onClick={() => chooser.current?.click()}>Choose a file…</DropdownItem>
          </DropdownItemGroup>
          <DropdownItemGroup title="Privacy">
            <DropdownItemCheckbox id="hide" isSelected={hidesNumber} onClick={() => hideNumber(!hidesNumber)}>
              Write without a phone number
            </DropdownItemCheckbox>
          </DropdownItemGroup>
        </DropdownMenu>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="File to send"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void send.run(mediaOf(file).then((media) => ({ media })));
          target.value = '';
        }}
      />
      <input
        aria-label={`Message from ${phone.name}`}
        placeholder="Message"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="phone-send" aria-label="Send" disabled={!text.trim()}>
        <SendIcon label="" color="currentColor" />
      </button>
    </form>
  );
}
