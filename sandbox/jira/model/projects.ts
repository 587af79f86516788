import type { Project } from './state';

export const typeOf = ({ typeKey }: Project): string => typeKey ?? 'service_desk';
