import type { Invariant } from '../books';
import { automaticTextsCoolDown, noticedOncePerEpisode } from './automatic';
import { barredMeansBarred, blockedOpensNothing } from './barred';
import { commentsHaveAFate, correctedOnRequest, portalCommentsAreRows, withdrawnStaysInside } from './comments';
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
import { nothingIsStoredThatNobodyWrote, sequencesAddUp, transcriptsTellOnce } from './numbers';
import {
  everyConversationHasARequest,
  everyMessageHasAConversation,
  nothingPending,
  oneActive,
  oneRequest,
} from './requests';
import { newerIsLeftAlone, nothingInvented, timeIsMonotone } from './sanity';

export const INVARIANTS: readonly Invariant[] = [
  storedOnce,
  copiedOnce,
  inOrder,
  wellAgain,
  oneActive,
  oneRequest,
  everyConversationHasARequest,
  everyMessageHasAConversation,
  nothingPending,
  sentOnce,
  sentMeansSent,
  toldMeansSent,
  internalStaysInside,
  answersStandInJira,
  neverBackwards,
  nothingOutsideTheWindow,
  stopIsHeeded,
  barredMeansBarred,
  blockedOpensNothing,
  correctedOnRequest,
  withdrawnStaysInside,
  portalCommentsAreRows,
  commentsHaveAFate,
  automaticTextsCoolDown,
  noticedOncePerEpisode,
  sequencesAddUp,
  nothingIsStoredThatNobodyWrote,
  transcriptsTellOnce,
  timeIsMonotone,
  nothingInvented,
  newerIsLeftAlone,
];
