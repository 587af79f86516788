import type { Person } from '../api/people';
import { useSite } from './site';

export const usePeople = (): readonly Person[] => useSite().state.people;
