import { content } from './accepted/content';
import { controls } from './accepted/controls';

/** The props that each UI Kit component takes. Components that are not in this table are not drawn. */
export const acceptedProps = { ...content, ...controls };

export type ComponentName = keyof typeof acceptedProps;
