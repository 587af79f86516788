import { IconButton } from '@atlaskit/button/new';
import CheckIcon from '@atlaskit/icon/core/check-circle';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useState } from 'react';

/** A name and a value to take along. The value itself can be selected, too. */
export function Copyable({ name, value }: { readonly name: string; readonly value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div className="copyable">
      <span className="copyable-name">{name}</span>
      <code className="copyable-value" title={value}>
        {value}
      </code>
      <IconButton
        icon={copied ? CheckIcon : CopyIcon}
        label={copied ? 'Copied' : `Copy ${name}`}
        appearance="subtle"
        spacing="compact"
        onClick={() => void copy()}
      />
    </div>
  );
}
