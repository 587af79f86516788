import type { Template, TemplateObstacle, TemplateStatus } from './template';

/** Why agents cannot send a template. Closed list: each has a sentence in static/locales. */
export type TemplateHindrance = Exclude<TemplateStatus, 'approved'> | TemplateObstacle | 'files-off';

/** Undefined for a template that agents can send: approved, and made of values that can be typed and files. */
export function hindranceOf({ status, header, buttons, obstacle }: Template): TemplateHindrance | undefined {
  if (status !== 'approved') return status;
  if (obstacle) return obstacle;
  if (header?.kind === 'location') return 'location-header';
  if (header?.kind === 'other' || (header?.placeholders ?? 0) > 1) return 'header';
  const isFillable = buttons.every(({ kind, takesValue }) => !takesValue || kind === 'url' || kind === 'copy-code');
  return isFillable ? undefined : 'button';
}
