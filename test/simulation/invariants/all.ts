import type { Invariant } from '../books';
import { copiedOnce, inOrder, storedOnce, wellAgain } from './inbound';
import {
  answersStandInJira,
  internalStaysInside,
  neverBackwards,
  nothingOutsideTheWindow,
  sentMeansSent,
  sentOnce,
  stopIsHeeded,
  toldMeansSent,
} from './outbound';
import { everyConversationHasARequest, nothingPending, oneActive, oneRequest } from './requests';
import { newerIsLeftAlone, nothingInvented, timeIsMonotone } from './sanity';

export const INVARIANTS: readonly Invariant[] = [
  storedOnce,
  copiedOnce,
  inOrder,
  wellAgain,
  oneActive,
  oneRequest,
  everyConversationHasARequest,
  nothingPending,
  sentOnce,
  sentMeansSent,
  toldMeansSent,
  internalStaysInside,
  answersStandInJira,
  neverBackwards,
  nothingOutsideTheWindow,
  stopIsHeeded,
  timeIsMonotone,
  nothingInvented,
  newerIsLeftAlone,
];
