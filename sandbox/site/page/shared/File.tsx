import { useEffect, useState } from 'react';

/** Shows a file as what it is: pictures drawn, sound and film playable, anything else a card that opens. */
export function File({
  href,
  name,
  mimeType,
}: {
  readonly href: string;
  readonly name: string;
  readonly mimeType: string;
}) {
  const type = mimeType.split('/')[0];
  if (type === 'image')
    return (
      <a className="file-picture" href={href} target="_blank" rel="noreferrer">
        <img src={href} alt={name} />
      </a>
    );
  if (type === 'audio' || mimeType === 'application/ogg')
    return <audio className="file-audio" src={href} controls preload="metadata" aria-label={name} />;
  if (type === 'video')
    return <video className="file-video" src={href} controls preload="metadata" aria-label={name} />;
  return (
    <a className="file-card" href={href} target="_blank" rel="noreferrer">
      <span className="file-card-kind" aria-hidden="true">
        {endingOf(name)}
      </span>
      <span className="file-card-name">{name}</span>
    </a>
  );
}

const endingOf = (name: string): string => (/\.([A-Za-z0-9]{1,4})$/.exec(name)?.[1] ?? 'file').toUpperCase();

/** A file of Jira that only its reader may see: fetched with their authority and shown from memory. */
export function GuardedFile({ of, load }: { readonly of: NamedFile; readonly load: () => Promise<Blob> }) {
  const [href, setHref] = useState<string>();
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let made: string | undefined;
    let current = true;
    load().then(
      (blob) => {
        if (!current) return;
        made = URL.createObjectURL(blob);
        setHref(made);
      },
      () => current && setMissing(true),
    );
    return () => {
      current = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [of.content]);
  if (missing) return <span className="file-missing">{of.filename}: not to be seen by you</span>;
  if (href === undefined) return <span className="file-missing">{of.filename}</span>;
  return <File href={href} name={of.filename} mimeType={of.mimeType} />;
}

/** As Jira tells of an attachment. */
export type NamedFile = { readonly filename: string; readonly mimeType: string; readonly content: string };
